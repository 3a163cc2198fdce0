# docs/runbook.md explains each alarm and what to do about it. Periods follow the schedule; below five minutes they do
# not, so that one slow run of a one-minute schedule pages nobody.

locals {
  period = max(5, var.every_minutes) * 60
  status = var.entry == "status" ? toset(["status"]) : toset([])
  watch  = var.entry == "watchdog" ? toset(["watchdog"]) : toset([])
}

# Not encrypted with the default SNS key, which CloudWatch may not use; the messages hold no secret.
resource "aws_sns_topic" "alarms" {
  name = "${var.name}-alarms"
}

resource "aws_sns_topic_policy" "alarms" {
  arn = aws_sns_topic.alarms.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AlarmsOfThisAccount"
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.alarms.arn
      Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
    }]
  })
}

resource "aws_sns_topic_subscription" "mail" {
  for_each = var.alarm_emails

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = each.value
}

# Fires when runs failed in two of three periods: the public file was not refreshed, or an alert reached nobody.
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "${var.name}-errors"
  alarm_description   = "Runs of ${var.name} fail. See docs/runbook.md, alarm errors."
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = { FunctionName = var.name }
  statistic           = "Sum"
  period              = local.period
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  actions_enabled     = var.enabled
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

# Fires when the watchdog was not called in three periods: a function that is not called reports nothing at all.
resource "aws_cloudwatch_metric_alarm" "silence" {
  for_each = local.watch

  alarm_name          = "${var.name}-silence"
  alarm_description   = "Nothing calls ${var.name}. See docs/runbook.md, alarm silence."
  namespace           = "AWS/Lambda"
  metric_name         = "Invocations"
  dimensions          = { FunctionName = var.name }
  statistic           = "Sum"
  period              = local.period
  evaluation_periods  = 3
  datapoints_to_alarm = 3
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = "breaching"
  actions_enabled     = var.enabled
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

# Fires when two periods brought no publication, whatever the reason: not called, throttled, failed, killed.
resource "aws_cloudwatch_metric_alarm" "unpublished" {
  for_each = local.status

  alarm_name          = "${var.name}-unpublished"
  alarm_description   = "${var.name} publishes nothing. See docs/runbook.md, alarm unpublished."
  namespace           = "ElytraStatus"
  metric_name         = "Published"
  dimensions          = { FunctionName = var.name }
  statistic           = "Sum"
  period              = local.period
  evaluation_periods  = 2
  datapoints_to_alarm = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = "breaching"
  actions_enabled     = var.enabled
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

# Fires when a channel refused an alert: the run itself ended well, so no other alarm notices.
resource "aws_cloudwatch_metric_alarm" "undelivered" {
  for_each = local.status

  alarm_name          = "${var.name}-undelivered"
  alarm_description   = "Alerts of ${var.name} are not delivered. See docs/runbook.md, alarm undelivered."
  namespace           = "ElytraStatus"
  metric_name         = "AlertsFailed"
  dimensions          = { FunctionName = var.name }
  statistic           = "Sum"
  period              = local.period
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  actions_enabled     = var.enabled
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

# Fires when runs take nearly the 27 s after which they end themselves: soon parts will be unknown.
resource "aws_cloudwatch_metric_alarm" "slow" {
  for_each = local.status

  alarm_name          = "${var.name}-slow"
  alarm_description   = "Runs of ${var.name} are close to their deadline. See docs/runbook.md, alarm slow."
  namespace           = "AWS/Lambda"
  metric_name         = "Duration"
  dimensions          = { FunctionName = var.name }
  statistic           = "Maximum"
  period              = local.period
  evaluation_periods  = 3
  datapoints_to_alarm = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 22000
  treat_missing_data  = "notBreaching"
  actions_enabled     = var.enabled
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

# Fires while the queue of failures holds a message: a run failed on its last attempt, or could not be started.
resource "aws_cloudwatch_metric_alarm" "failures" {
  alarm_name          = "${var.name}-failures"
  alarm_description   = "Runs of ${var.name} were given up. See docs/runbook.md, alarm failures."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.failures.name }
  statistic           = "Maximum"
  period              = local.period
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  actions_enabled     = var.enabled
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
