# How the parts are put together, with every provider mocked; what each part is, its own tests say.
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
  status_bucket = "example-status"
  backup_bucket = "example-backups"
  zone          = "example.com"
  cors_origins  = ["https://www.example.com", "https://example.com"]
  alarm_emails  = ["ops@example.com"]

  settings = {
    UPTIME_KUMA_URL      = "https://uptime.example.com"
    SENDGRID_FROM_EMAIL  = "status@example.com"
    SENDGRID_ADMIN_EMAIL = "ops@example.com"
  }
  secrets = {
    UPTIME_KUMA_API_KEY = "a-key"
    SENDGRID_API_KEY    = "another"
    HEARTBEAT_URL       = "https://heartbeat.example.com/x"
  }
  secret_versions = {
    UPTIME_KUMA_API_KEY = 1
    SENDGRID_API_KEY    = 1
    HEARTBEAT_URL       = 1
  }
}

run "status_is_told_where_everything_is" {
  command = plan

  assert {
    condition = output.settings.status == tomap({
      QUARKUS_FUNQY_EXPORT = "status"
      SECRETS_SSM_PATH     = "/elytra-status-test"
      STATE_BUCKET         = "elytra-status-test-state-123456789012"
      STATE_KEY            = "state/elytra-status.json"
      SPACES_ENDPOINT      = "https://nyc3.digitaloceanspaces.com"
      STATUS_BUCKET        = "example-status"
      STATUS_PUBLIC_URL    = "https://status.example.com/status.json"
      BACKUP_BUCKET        = "example-backups"
      UPTIME_KUMA_URL      = "https://uptime.example.com"
      SENDGRID_FROM_EMAIL  = "status@example.com"
      SENDGRID_ADMIN_EMAIL = "ops@example.com"
    })
    error_message = "The status function is told something else."
  }

  assert {
    condition     = output.secret_names.status == toset(["UPTIME_KUMA_API_KEY", "SENDGRID_API_KEY", "SPACES_ACCESS_KEY", "SPACES_SECRET_KEY"])
    error_message = "The status function lacks a secret, or calls the watchdog's dead man's switch."
  }
}

run "watchdog_knows_the_address_and_the_channels_only" {
  command = plan

  assert {
    condition = output.settings.watchdog == tomap({
      QUARKUS_FUNQY_EXPORT = "watchdog"
      SECRETS_SSM_PATH     = "/elytra-status-test-watchdog"
      STATE_BUCKET         = "elytra-status-test-watchdog-state-123456789012"
      STATE_KEY            = "state/elytra-status.json"
      STATUS_PUBLIC_URL    = "https://status.example.com/status.json"
      SENDGRID_FROM_EMAIL  = "status@example.com"
      SENDGRID_ADMIN_EMAIL = "ops@example.com"
    })
    error_message = "The watchdog is told something else."
  }

  assert {
    condition     = output.secret_names.watchdog == toset(["SENDGRID_API_KEY", "HEARTBEAT_URL"])
    error_message = "The watchdog holds a key it has no use for, or lacks a channel."
  }
}

run "addresses_for_the_smoke_test" {
  command = plan

  assert {
    condition = (
      output.status_url == "https://status.example.com/status.json"
      && output.origin_url == "https://example-status.nyc3.digitaloceanspaces.com/status.json"
      && output.cors_origin == "https://example.com"
      && output.functions.status.region == "us-east-1"
      && output.functions.watchdog.region == "us-west-2"
      && output.functions.status.version == "1"
    )
    error_message = "The smoke test would look elsewhere."
  }
}

run "refused" {
  command = plan

  variables {
    environment     = "Prod"
    aws_region      = "nyc3"
    watchdog_region = "us-east"
    settings        = { STATUS_BUCKET = "another" }
    secret_versions = { SPACES_SECRET_KEY = 1 }
  }

  expect_failures = [
    var.environment,
    var.aws_region,
    var.watchdog_region,
    var.settings,
    var.secret_versions,
  ]
}
