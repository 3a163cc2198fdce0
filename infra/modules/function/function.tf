data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  partition = data.aws_partition.current.partition
  account   = data.aws_caller_identity.current.account_id
  # .id is the name of the region in versions 5 and 6 of the provider; .name and .region exist in one of them only.
  region = data.aws_region.current.id

  # Written out instead of taken from the resources, so that a plan shows every policy before anything exists.
  alias_arn = "arn:${local.partition}:lambda:${local.region}:${local.account}:function:${var.name}:live"

  # What .env.example marks as secret; everything else may be set in the environment.
  secret_names = [
    "UPTIME_KUMA_API_KEY", "BETTER_STACK_TOKEN", "SPACES_ACCESS_KEY", "SPACES_SECRET_KEY",
    "SENDGRID_API_KEY", "SLACK_WEBHOOK_URL", "ALERT_WEBHOOK_URL", "HEARTBEAT_URL",
  ]
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  # The numbers make a changed secret a new version: a warm process would use the old value until it is refused.
  description = "Elytra Status: ${var.entry}; secrets ${join(".", values(var.secret_versions))}"

  filename         = var.package_file
  source_code_hash = filebase64sha256(var.package_file)
  runtime          = var.runtime
  architectures    = ["arm64"]
  handler          = "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest"
  role             = aws_iam_role.function.arn
  publish          = true

  memory_size                    = var.memory_mb
  timeout                        = var.timeout_seconds
  reserved_concurrent_executions = var.reserved_concurrency

  environment {
    variables = merge(
      var.environment,
      {
        QUARKUS_FUNQY_EXPORT = var.entry
        STATE_BUCKET         = aws_s3_bucket.state.bucket
        STATE_KEY            = "state/elytra-status.json"
      },
      # A path without parameters is a configuration error when the function starts.
      length(var.secret_versions) == 0 ? {} : { SECRETS_SSM_PATH = local.secrets_path },
    )
  }

  logging_config {
    log_format            = "JSON"
    application_log_level = "INFO"
    system_log_level      = "INFO"
    log_group             = aws_cloudwatch_log_group.function.name
  }

  # A start before its permissions and secrets exist would fail and be counted as an error.
  depends_on = [aws_iam_role_policy.function, aws_ssm_parameter.secret]
}

# Schedule and queue call this alias. Terraform creates it and never moves it: infra/scripts/release moves it after the
# new version passed the smoke test, and records in the description which versions passed and which are bad.
resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "passed= bad="
  function_name    = aws_lambda_function.this.function_name
  function_version = aws_lambda_function.this.version

  lifecycle {
    ignore_changes = [function_version, description]
  }
}

# The scheduler invokes asynchronously: this decides how often a failed run is retried, not the scheduler's retry policy.
resource "aws_lambda_function_event_invoke_config" "live" {
  function_name                = aws_lambda_function.this.function_name
  qualifier                    = aws_lambda_alias.live.name
  maximum_retry_attempts       = local.retries
  maximum_event_age_in_seconds = local.event_age

  destination_config {
    on_failure {
      destination = aws_sqs_queue.failures.arn
    }
  }

  # Lambda refuses a destination that the function's role may not write to.
  depends_on = [aws_iam_role_policy.function]
}

resource "aws_cloudwatch_log_group" "function" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
}
