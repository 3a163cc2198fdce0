# Each validation refuses what it should. A run breaks several variables at once, because each starts the provider anew;
# it passes only if every variable it lists was refused.
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "not-a-key"
  secret_key                  = "not-a-secret"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

override_data {
  target = data.aws_caller_identity.current
  values = { account_id = "123456789012" }
}

variables {
  name            = "elytra-status-test"
  entry           = "status"
  package_file    = "tests/empty.zip"
  runtime         = "java21"
  secrets         = { UPTIME_KUMA_API_KEY = "a-key-for-tests" }
  secret_versions = { UPTIME_KUMA_API_KEY = 1 }
}


run "refused_first" {
  command = plan

  variables {
    name                 = "Elytra"
    entry                = "everything"
    package_file         = "target/elytra-status.jar"
    runtime              = "java11"
    memory_mb            = 256
    offset_minutes       = 61
    timeout_seconds      = 27
    reserved_concurrency = 1
    environment          = { AWS_REGION = "us-east-1" }
    secrets              = { UPTIME_KUMA_API_KEY = " " }
    log_retention_days   = 0
    alarm_emails         = ["ops"]
  }

  expect_failures = [
    var.name,
    var.entry,
    var.package_file,
    var.runtime,
    var.memory_mb,
    var.offset_minutes,
    var.timeout_seconds,
    var.reserved_concurrency,
    var.environment,
    var.secrets,
    var.log_retention_days,
    var.alarm_emails,
  ]
}

run "refused_second" {
  command = plan

  variables {
    name            = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    memory_mb       = 4096
    offset_minutes  = -1
    timeout_seconds = 600
    environment     = { monitors = "1" }
    secrets         = {}
  }

  expect_failures = [
    var.name,
    var.memory_mb,
    var.offset_minutes,
    var.timeout_seconds,
    var.environment,
    var.secrets,
  ]
}

run "refused_third" {
  command = plan

  variables {
    name            = "elytra/prod"
    memory_mb       = 1024.5
    environment     = { SECRETS_SSM_PATH = "/elsewhere" }
    secret_versions = { UPTIME_KUMA_API_KEY = 0 }
  }

  expect_failures = [
    var.name,
    var.memory_mb,
    var.environment,
    var.secret_versions,
  ]
}

run "refused_fourth" {
  command = plan

  variables {
    every_minutes   = 61
    environment     = { SLACK_WEBHOOK_URL = "https://hooks.example.com/x" }
    secrets         = { UPTIME_KUMA_KEY = "x" }
    secret_versions = { UPTIME_KUMA_KEY = 1 }
  }

  expect_failures = [
    var.every_minutes,
    var.environment,
    var.secret_versions,
  ]
}

run "what_is_allowed" {
  command = plan

  variables {
    runtime            = "java17"
    memory_mb          = 512
    every_minutes      = 5
    offset_minutes     = 4
    timeout_seconds    = 299
    environment        = { STALE_AFTER = "PT30M" }
    log_retention_days = 365
  }

  assert {
    condition     = aws_scheduler_schedule.this.schedule_expression == "cron(4/5 * * * ? *)"
    error_message = "The bounds themselves are refused."
  }
}
