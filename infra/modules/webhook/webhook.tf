# Uptime Kuma's webhook starts a run: HTTPS endpoint → trigger function (checks the token) → queue → status function.
#
# An HTTP API and not a function URL. It limits the rate before anything runs, so that nobody can use up the account's
# concurrent executions and hold up the schedule, without reserving any. It sends the same event (payload format 2.0).

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  partition = data.aws_partition.current.partition
  account   = data.aws_caller_identity.current.account_id
  region    = data.aws_region.current.id
  function  = "${var.name}-trigger"
  path_arn  = "arn:${local.partition}:ssm:${local.region}:${local.account}:parameter/${local.function}"
  queue_arn = "arn:${local.partition}:sqs:${local.region}:${local.account}:${local.function}"
}

# A message is a request for a run, without content. After ten minutes the schedule has done what it asked for.
resource "aws_sqs_queue" "trigger" {
  name                      = local.function
  message_retention_seconds = 600
  # Longer than the status function's timeout (45 s) and the batching window together.
  visibility_timeout_seconds = 90
  sqs_managed_sse_enabled    = true
}

# Collects for ten seconds, so that a burst is one run. At most two at a time leave the schedule its room.
resource "aws_lambda_event_source_mapping" "status" {
  event_source_arn                   = aws_sqs_queue.trigger.arn
  function_name                      = var.status_alias_arn
  enabled                            = var.enabled
  batch_size                         = 1000
  maximum_batching_window_in_seconds = 10

  scaling_config {
    maximum_concurrency = 2
  }
}

resource "aws_lambda_function" "trigger" {
  function_name = local.function
  description   = "Elytra Status: trigger; secrets ${var.token_version}"

  filename         = var.package_file
  source_code_hash = filebase64sha256(var.package_file)
  runtime          = var.runtime
  architectures    = ["arm64"]
  handler          = "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest"
  role             = aws_iam_role.trigger.arn
  publish          = true

  memory_size = 1024
  timeout     = 15
  # Only if it is set: an account with a low limit cannot reserve.
  reserved_concurrent_executions = var.reserved_concurrency

  environment {
    variables = {
      QUARKUS_FUNQY_EXPORT = "trigger"
      SECRETS_SSM_PATH     = "/${local.function}"
      TRIGGER_QUEUE_URL    = aws_sqs_queue.trigger.url
    }
  }

  logging_config {
    log_format            = "JSON"
    application_log_level = "INFO"
    system_log_level      = "INFO"
    log_group             = aws_cloudwatch_log_group.trigger.name
  }

  depends_on = [aws_iam_role_policy.trigger, aws_ssm_parameter.token]
}

# Moved by infra/scripts/release, as the alias of the other functions.
resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "passed= bad="
  function_name    = aws_lambda_function.trigger.function_name
  function_version = aws_lambda_function.trigger.version

  lifecycle {
    ignore_changes = [function_version, description]
  }
}

resource "aws_cloudwatch_log_group" "trigger" {
  name              = "/aws/lambda/${local.function}"
  retention_in_days = var.log_retention_days
}

resource "aws_ssm_parameter" "token" {
  name             = "/${local.function}/TRIGGER_TOKEN"
  description      = "Elytra Status: TRIGGER_TOKEN, read when the function starts"
  type             = "SecureString"
  value_wo         = var.token
  value_wo_version = var.token_version
}

resource "aws_iam_role" "trigger" {
  name                 = "${local.function}-function"
  permissions_boundary = var.permissions_boundary
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "trigger" {
  name = "run"
  role = aws_iam_role.trigger.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Log"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "arn:${local.partition}:logs:${local.region}:${local.account}:log-group:/aws/lambda/${local.function}:*"
      },
      {
        Sid      = "ReadToken"
        Effect   = "Allow"
        Action   = "ssm:GetParametersByPath"
        Resource = local.path_arn
      },
      {
        Sid      = "RequestRun"
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = local.queue_arn
      },
    ]
  })
}

resource "aws_apigatewayv2_api" "webhook" {
  name          = local.function
  description   = "Elytra Status: webhook of Uptime Kuma"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "trigger" {
  api_id                 = aws_apigatewayv2_api.webhook.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_alias.live.invoke_arn
  payload_format_version = "2.0"
  timeout_milliseconds   = 20000
}

resource "aws_apigatewayv2_route" "post" {
  api_id    = aws_apigatewayv2_api.webhook.id
  route_key = "POST /"
  target    = "integrations/${aws_apigatewayv2_integration.trigger.id}"
}

# A request over the limit is answered with 429. That loses nothing: one accepted request of a burst starts the run.
resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.webhook.id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_rate_limit  = 2
    throttling_burst_limit = 4
  }
}

resource "aws_lambda_permission" "webhook" {
  statement_id  = "webhook"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.trigger.function_name
  qualifier     = aws_lambda_alias.live.name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.webhook.execution_arn}/$default/POST/"
}

# Fires when the trigger itself fails: requests with a wrong token are refused, which is no error.
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "${local.function}-errors"
  alarm_description   = "The webhook of ${var.name} fails. See docs/runbook.md, alarm errors."
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = { FunctionName = local.function }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  actions_enabled     = var.enabled
  alarm_actions       = [var.alarms_topic_arn]
  ok_actions          = [var.alarms_topic_arn]
}
