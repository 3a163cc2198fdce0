# How the parts are put together, with every provider mocked; the tests of each part check the part.
mock_provider "aws" {
  override_during = plan

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mocked" }
  }
  mock_resource "aws_lambda_function" {
    defaults = { arn = "arn:aws:lambda:us-east-1:123456789012:function:mocked", version = "1" }
  }
  mock_resource "aws_lambda_alias" {
    defaults = { arn = "arn:aws:lambda:us-east-1:123456789012:function:mocked:live" }
  }
  mock_resource "aws_s3_bucket" {
    defaults = { bucket_regional_domain_name = "example.s3.us-east-1.amazonaws.com" }
  }
  mock_resource "aws_cloudfront_distribution" {
    defaults = { arn = "arn:aws:cloudfront::123456789012:distribution/E1", domain_name = "d1.cloudfront.net" }
  }
  mock_resource "aws_apigatewayv2_api" {
    defaults = { id = "abc", api_endpoint = "https://abc.execute-api.us-east-1.amazonaws.com", execution_arn = "arn:aws:execute-api:us-east-1:123456789012:abc" }
  }
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:us-east-1:123456789012:mocked", url = "https://sqs.us-east-1.amazonaws.com/123456789012/mocked" }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:123456789012:mocked" }
  }
}

mock_provider "aws" {
  alias = "watchdog"

  override_during = plan

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { id = "us-west-2" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mocked" }
  }
  mock_resource "aws_lambda_function" {
    defaults = { arn = "arn:aws:lambda:us-east-1:123456789012:function:mocked", version = "1" }
  }
  mock_resource "aws_lambda_alias" {
    defaults = { arn = "arn:aws:lambda:us-east-1:123456789012:function:mocked:live" }
  }
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:us-east-1:123456789012:mocked", url = "https://sqs.us-east-1.amazonaws.com/123456789012/mocked" }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:123456789012:mocked" }
  }
}

mock_provider "aws" {
  alias           = "us_east_1"
  override_during = plan
}

mock_provider "digitalocean" {
  override_during = plan

  mock_resource "digitalocean_spaces_bucket" {
    defaults = { bucket_domain_name = "example-status.nyc3.digitaloceanspaces.com" }
  }
  mock_resource "digitalocean_cdn" {
    defaults = { endpoint = "example-status.nyc3.cdn.digitaloceanspaces.com" }
  }
  mock_resource "digitalocean_spaces_key" {
    defaults = { access_key = "an-id", secret_key = "a-secret" }
  }
}

variables {
  environment   = "test"
  package_file  = "modules/function/tests/empty.zip"
  runtime       = "java21"
  backup_bucket = "example-backups"
  cors_origins  = ["https://www.example.com", "https://example.com"]
  alarm_emails  = ["ops@example.com"]

  settings = {
    UPTIME_KUMA_URL      = "https://uptime.example.com"
    SENDGRID_FROM_EMAIL  = "status@example.com"
    SENDGRID_ADMIN_EMAIL = "ops@example.com"
    SITE_LANGUAGE        = "de"
  }
  secrets = {
    UPTIME_KUMA_API_KEY = "a-key"
    SENDGRID_API_KEY    = "another"
    HEARTBEAT_URL       = "https://heartbeat.example.com/x"
    TRIGGER_TOKEN       = "0123456789abcdef0123456789abcdef"
  }
  secret_versions = {
    UPTIME_KUMA_API_KEY = 1
    SENDGRID_API_KEY    = 1
    HEARTBEAT_URL       = 1
    TRIGGER_TOKEN       = 1
  }
}

run "site_at_aws_needs_no_key" {
  command = plan

  variables {
    kuma_webhook = true
  }

  assert {
    condition = output.settings.status == tomap({
      QUARKUS_FUNQY_EXPORT = "status"
      SECRETS_SSM_PATH     = "/elytra-status-test"
      STATE_BUCKET         = "elytra-status-test-state-123456789012"
      STATE_KEY            = "state/elytra-status.json"
      SPACES_ENDPOINT      = "https://s3.us-east-1.amazonaws.com"
      STATUS_BUCKET        = "elytra-status-test-site-123456789012"
      STATUS_BUCKET_ACL    = "none"
      STATUS_PUBLIC_URL    = "https://d1.cloudfront.net/status.json"
      BACKUP_BUCKET        = "example-backups"
      UPTIME_KUMA_URL      = "https://uptime.example.com"
      SENDGRID_FROM_EMAIL  = "status@example.com"
      SENDGRID_ADMIN_EMAIL = "ops@example.com"
      SITE_LANGUAGE        = "de"
    })
    error_message = "The status function has other settings."
  }

  assert {
    condition     = output.secret_names.status == toset(["UPTIME_KUMA_API_KEY", "SENDGRID_API_KEY"])
    error_message = "The status function lacks a secret, or has a key, the heartbeat or the token of the webhook."
  }

  assert {
    condition = (
      output.page_url == "https://d1.cloudfront.net/"
      && output.origin_url == null
      && output.webhook_url == "https://abc.execute-api.us-east-1.amazonaws.com/"
      && output.cors_origin == "https://example.com"
      && toset(keys(output.functions)) == toset(["status", "watchdog", "trigger"])
    )
    error_message = "A release would test something else."
  }
}

run "site_at_spaces_makes_its_key" {
  command = plan

  variables {
    site          = "spaces"
    domain        = "status.example.com"
    zone          = "example.com"
    status_bucket = "example-status"
  }

  assert {
    condition = (
      output.settings.status.SPACES_ENDPOINT == "https://nyc3.digitaloceanspaces.com"
      && output.settings.status.STATUS_BUCKET == "example-status"
      && output.settings.status.STATUS_BUCKET_ACL == "public-read"
      && output.settings.status.STATUS_PUBLIC_URL == "https://status.example.com/status.json"
      && output.secret_names.status == toset(["UPTIME_KUMA_API_KEY", "SENDGRID_API_KEY", "SPACES_ACCESS_KEY", "SPACES_SECRET_KEY"])
    )
    error_message = "The status function has other settings or secrets."
  }

  assert {
    condition = (
      output.page_url == "https://status.example.com/index.html"
      && output.origin_url == "https://example-status.nyc3.digitaloceanspaces.com/status.json"
      && output.webhook_url == null
      && toset(keys(output.functions)) == toset(["status", "watchdog"])
    )
    error_message = "An address is printed that opens nothing."
  }
}

run "site_at_spaces_with_a_key_that_is_handed_in" {
  command = plan

  variables {
    site            = "spaces"
    domain          = "status.example.com"
    zone            = "example.com"
    status_bucket   = "example-status"
    secrets         = { UPTIME_KUMA_API_KEY = "a", SPACES_ACCESS_KEY = "b", SPACES_SECRET_KEY = "c" }
    secret_versions = { UPTIME_KUMA_API_KEY = 1, SPACES_ACCESS_KEY = 7, SPACES_SECRET_KEY = 7 }
  }

  assert {
    condition     = output.secret_names.status == toset(["UPTIME_KUMA_API_KEY", "SPACES_ACCESS_KEY", "SPACES_SECRET_KEY"])
    error_message = "The key is not handed on."
  }
}

run "watchdog_has_the_address_and_the_channels_only" {
  command = plan

  assert {
    condition = output.settings.watchdog == tomap({
      QUARKUS_FUNQY_EXPORT = "watchdog"
      SECRETS_SSM_PATH     = "/elytra-status-test-watchdog"
      STATE_BUCKET         = "elytra-status-test-watchdog-state-123456789012"
      STATE_KEY            = "state/elytra-status.json"
      STATUS_PUBLIC_URL    = "https://d1.cloudfront.net/status.json"
      SENDGRID_FROM_EMAIL  = "status@example.com"
      SENDGRID_ADMIN_EMAIL = "ops@example.com"
      SITE_LANGUAGE        = "de"
    })
    error_message = "The watchdog has other settings."
  }

  assert {
    condition     = output.secret_names.watchdog == toset(["SENDGRID_API_KEY", "HEARTBEAT_URL"])
    error_message = "The watchdog has a key it does not need, or lacks a channel."
  }
}

run "refused" {
  command = plan

  variables {
    environment        = "Prod"
    aws_region         = "nyc3"
    watchdog_region    = "us-east"
    settings           = { STATUS_BUCKET = "another" }
    secret_versions    = { SPACES_SECRET_KEY = 1 }
    site               = "azure"
    alarm_emails       = []
    monthly_budget_usd = -1
  }

  expect_failures = [
    var.environment,
    var.aws_region,
    var.watchdog_region,
    var.settings,
    var.secret_versions,
    var.site,
    var.alarm_emails,
    var.monthly_budget_usd,
  ]
}

run "refused_together" {
  command = plan

  variables {
    site            = "spaces"
    zone            = "example.com"
    status_bucket   = "example-status"
    kuma_webhook    = true
    secret_versions = { UPTIME_KUMA_API_KEY = 1 }
  }

  expect_failures = [
    var.domain,
    var.kuma_webhook,
  ]
}
