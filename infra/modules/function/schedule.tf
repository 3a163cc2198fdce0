resource "aws_scheduler_schedule_group" "this" {
  name = var.name
}

resource "aws_scheduler_schedule" "this" {
  name       = var.name
  group_name = aws_scheduler_schedule_group.this.name
  state      = var.enabled ? "ENABLED" : "DISABLED"

  schedule_expression          = "cron(${var.offset_minutes}/${var.every_minutes} * * * ? *)"
  schedule_expression_timezone = "UTC"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_lambda_alias.live.arn
    role_arn = aws_iam_role.scheduler.arn
    # No jsonencode: it would write the angle brackets as \u003c, and the scheduler would not put the time in.
    input = "{\"scheduled_time\":\"<aws.scheduler.scheduled-time>\",\"source\":\"schedule\"}"

    # The default is 185 attempts within a day; what is older than the next run is of no use.
    retry_policy {
      maximum_retry_attempts       = 2
      maximum_event_age_in_seconds = 300
    }

    dead_letter_config {
      arn = aws_sqs_queue.failures.arn
    }
  }

  depends_on = [aws_iam_role_policy.scheduler]
}

# What the scheduler could not deliver, and runs that failed to the end.
resource "aws_sqs_queue" "failures" {
  name                      = "${var.name}-failures"
  message_retention_seconds = 14 * 24 * 3600
  sqs_managed_sse_enabled   = true
}
