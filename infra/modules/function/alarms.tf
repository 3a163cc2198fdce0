# docs/runbook.md explains each alarm and what to do about it. Periods follow the schedule; below five minutes they do
# not, so that one slow run of a one-minute schedule pages nobody.

locals {
  period = max(5, var.every_minutes) * 60

  alarms = {
    # Fires when runs failed in two of three periods: the public file was not refreshed, or an alert reached nobody.
    errors = {
      entries   = ["status", "watchdog"]
      text      = "Runs of ${var.name} fail."
      metric    = ["AWS/Lambda", "Errors", "Sum"]
      condition = ["GreaterThanOrEqualToThreshold", 1]
      periods   = [2, 3]
      missing   = "notBreaching"
    }
    # Fires when the watchdog was not called in three periods: a function that is not called reports nothing at all.
    silence = {
      entries   = ["watchdog"]
      text      = "Nothing calls ${var.name}."
      metric    = ["AWS/Lambda", "Invocations", "Sum"]
      condition = ["LessThanThreshold", 1]
      periods   = [3, 3]
      missing   = "breaching"
    }
    # Fires when two periods brought no publication, whatever the reason: not called, throttled, failed, killed.
    unpublished = {
      entries   = ["status"]
      text      = "${var.name} publishes nothing."
      metric    = ["ElytraStatus", "Published", "Sum"]
      condition = ["LessThanThreshold", 1]
      periods   = [2, 2]
      missing   = "breaching"
    }
    # Fires when a channel refused an alert: the run itself ended well, so no other alarm notices.
    undelivered = {
      entries   = ["status"]
      text      = "Alerts of ${var.name} are not delivered."
      metric    = ["ElytraStatus", "AlertsFailed", "Sum"]
      condition = ["GreaterThanOrEqualToThreshold", 1]
      periods   = [1, 1]
      missing   = "notBreaching"
    }
    # Fires when runs take nearly the 27 s after which they end themselves: soon parts will be unknown.
    slow = {
      entries   = ["status"]
      text      = "Runs of ${var.name} are close to their deadline."
      metric    = ["AWS/Lambda", "Duration", "Maximum"]
      condition = ["GreaterThanThreshold", 22000]
      periods   = [3, 3]
      missing   = "notBreaching"
    }
    # Fires while the queue of failures holds a message: a run failed on its last attempt, or could not be started.
    failures = {
      entries   = ["status", "watchdog"]
      text      = "Runs of ${var.name} were given up."
      metric    = ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum"]
      condition = ["GreaterThanThreshold", 0]
      periods   = [1, 1]
      missing   = "notBreaching"
    }
  }
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

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = { for name, alarm in local.alarms : name => alarm if contains(alarm.entries, var.entry) }

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${each.value.text} See docs/runbook.md, alarm ${each.key}."
  namespace           = each.value.metric[0]
  metric_name         = each.value.metric[1]
  statistic           = each.value.metric[2]
  dimensions          = each.key == "failures" ? { QueueName = aws_sqs_queue.failures.name } : { FunctionName = var.name }
  comparison_operator = each.value.condition[0]
  threshold           = each.value.condition[1]
  period              = local.period
  datapoints_to_alarm = each.value.periods[0]
  evaluation_periods  = each.value.periods[1]
  treat_missing_data  = each.value.missing
  actions_enabled     = var.enabled
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
