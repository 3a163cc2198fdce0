locals {
  # Lambda waits one and two minutes before its retries: with a shorter interval the next run is the retry.
  retries   = var.every_minutes > 5 ? 2 : 0
  event_age = min(300, var.every_minutes * 60)
  # cron(0/60 ...) is no valid expression.
  minutes = var.every_minutes == 60 ? tostring(var.offset_minutes) : "${var.offset_minutes}/${var.every_minutes}"
}

resource "aws_scheduler_schedule_group" "this" {
  name = var.name
}

resource "aws_scheduler_schedule" "this" {
  name       = var.name
  group_name = aws_scheduler_schedule_group.this.name
  state      = var.enabled ? "ENABLED" : "DISABLED"

  schedule_expression          = "cron(${local.minutes} * * * ? *)"
  schedule_expression_timezone = "UTC"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_lambda_alias.live.arn
    role_arn = aws_iam_role.scheduler.arn
    # No jsonencode: it writes the angle brackets as \u003c, and the scheduler would not replace the placeholder.
    input = "{\"scheduled_time\":\"<aws.scheduler.scheduled-time>\",\"source\":\"schedule\"}"

    # The default is 185 attempts within a day; an event older than the next run is useless.
    retry_policy {
      maximum_retry_attempts       = 2
      maximum_event_age_in_seconds = local.event_age
    }

    dead_letter_config {
      arn = aws_sqs_queue.failures.arn
    }
  }

  depends_on = [aws_iam_role_policy.scheduler]
}

# Events that could not be delivered, and runs that failed on their last attempt.
resource "aws_sqs_queue" "failures" {
  name                      = "${var.name}-failures"
  message_retention_seconds = 14 * 24 * 3600
  sqs_managed_sse_enabled   = true
}
