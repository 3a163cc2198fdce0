data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  alias = "live"

  partition = data.aws_partition.current.partition
  account   = data.aws_caller_identity.current.account_id
  # .id is the region's name in version 5 of the provider and in version 6; .name and .region are so in one only.
  region = data.aws_region.current.id

  # Written out rather than taken from the resources, so that a plan shows every policy before anything exists.
  function_arn = "arn:${local.partition}:lambda:${local.region}:${local.account}:function:${var.name}"
  alias_arn    = "${local.function_arn}:${local.alias}"

  # What .env.example marks as secret; everything else may stand in the environment.
  secret_names = [
    "UPTIME_KUMA_API_KEY", "BETTER_STACK_TOKEN", "SPACES_ACCESS_KEY", "SPACES_SECRET_KEY",
    "SENDGRID_API_KEY", "SLACK_WEBHOOK_URL", "ALERT_WEBHOOK_URL", "HEARTBEAT_URL",
  ]
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  # The numbers are here so that a changed secret makes a new version: a warm process would go on with the old one
  # until that is refused.
  description = "Elytra Status: ${var.serves}; secrets ${join(".", values(var.secret_versions))}"

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
        QUARKUS_FUNQY_EXPORT = var.serves
        STATE_BUCKET         = aws_s3_bucket.state.bucket
        STATE_KEY            = "state/elytra-status.json"
      },
      # A path with nothing below it is taken for a mistake when the function starts.
      length(var.secret_versions) == 0 ? {} : { SECRETS_SSM_PATH = local.secrets_path },
    )
  }

  logging_config {
    log_format            = "JSON"
    application_log_level = "INFO"
    system_log_level      = "INFO"
    log_group             = aws_cloudwatch_log_group.function.name
  }

  # A start before its permissions are there would fail and be counted; one before a changed secret is there would go on
  # with the old one until that is refused, or Lambda takes the process away, which may be hours.
  depends_on = [aws_iam_role_policy.function, aws_ssm_parameter.secret]
}

resource "aws_lambda_alias" "live" {
  name             = local.alias
  description      = "What the schedule calls. Roll back by pointing it to an older version."
  function_name    = aws_lambda_function.this.function_name
  function_version = var.pinned_version == "" ? aws_lambda_function.this.version : var.pinned_version
}

# The scheduler calls asynchronously: this, and not its own retries, decides what becomes of a run that failed.
resource "aws_lambda_function_event_invoke_config" "live" {
  function_name                = aws_lambda_function.this.function_name
  qualifier                    = aws_lambda_alias.live.name
  maximum_retry_attempts       = 2
  maximum_event_age_in_seconds = 300

  destination_config {
    on_failure {
      destination = aws_sqs_queue.failures.arn
    }
  }

  # Lambda refuses a destination that the function may not write to.
  depends_on = [aws_iam_role_policy.function]
}

resource "aws_cloudwatch_log_group" "function" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
}
