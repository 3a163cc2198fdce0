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

# Their ARNs are known only once they exist; the wiring of the target is to be seen in a plan.
override_resource {
  target          = aws_lambda_alias.live
  override_during = plan
  values          = { arn = "arn:aws:lambda:us-east-1:123456789012:function:elytra-status-test:live" }
}

override_resource {
  target          = aws_sqs_queue.failures
  override_during = plan
  values          = { arn = "arn:aws:sqs:us-east-1:123456789012:elytra-status-test-failures" }
}

override_resource {
  target          = aws_iam_role.scheduler
  override_during = plan
  values          = { arn = "arn:aws:iam::123456789012:role/elytra-status-test-scheduler" }
}

override_resource {
  target          = aws_iam_role.function
  override_during = plan
  values          = { arn = "arn:aws:iam::123456789012:role/elytra-status-test-function" }
}

override_resource {
  target          = aws_sns_topic.alarms
  override_during = plan
  values          = { arn = "arn:aws:sns:us-east-1:123456789012:elytra-status-test-alarms" }
}

variables {
  name            = "elytra-status-test"
  entry           = "status"
  package_file    = "tests/empty.zip"
  runtime         = "java21"
  secrets         = { UPTIME_KUMA_API_KEY = "a-key-for-tests" }
  secret_versions = { UPTIME_KUMA_API_KEY = 3 }
}

run "schedule" {
  command = plan

  assert {
    condition     = aws_scheduler_schedule.this.schedule_expression == "cron(0/10 * * * ? *)" && aws_scheduler_schedule.this.schedule_expression_timezone == "UTC"
    error_message = "The status function does not run every ten minutes, on the ten."
  }

  assert {
    condition     = aws_scheduler_schedule.this.flexible_time_window[0].mode == "OFF" && aws_scheduler_schedule.this.state == "ENABLED"
    error_message = "The schedule is off, or takes its time."
  }

  assert {
    condition = (
      aws_scheduler_schedule.this.target[0].arn == aws_lambda_alias.live.arn
      && aws_scheduler_schedule.this.target[0].role_arn == aws_iam_role.scheduler.arn
      && aws_scheduler_schedule.this.group_name == "elytra-status-test"
    )
    error_message = "The schedule calls something other than the alias, or in another name."
  }

  assert {
    condition     = aws_scheduler_schedule.this.target[0].input == "{\"scheduled_time\":\"<aws.scheduler.scheduled-time>\",\"source\":\"schedule\"}"
    error_message = "The event does not carry its slot; with \\u003c in place of < the scheduler would not fill it in."
  }

  assert {
    condition = (
      aws_scheduler_schedule.this.target[0].retry_policy[0].maximum_retry_attempts == 2
      && aws_scheduler_schedule.this.target[0].retry_policy[0].maximum_event_age_in_seconds == 300
      && aws_scheduler_schedule.this.target[0].dead_letter_config[0].arn == aws_sqs_queue.failures.arn
    )
    error_message = "What the scheduler cannot deliver is tried for too long, or lost."
  }

  assert {
    condition = (
      aws_lambda_function_event_invoke_config.live.maximum_retry_attempts == 2
      && aws_lambda_function_event_invoke_config.live.maximum_event_age_in_seconds == 300
      && aws_lambda_function_event_invoke_config.live.qualifier == "live"
      && aws_lambda_function_event_invoke_config.live.destination_config[0].on_failure[0].destination == aws_sqs_queue.failures.arn
    )
    error_message = "A run that failed is tried for too long, or lost."
  }

  assert {
    condition     = aws_scheduler_schedule.this.target[0].retry_policy[0].maximum_event_age_in_seconds < var.every_minutes * 60
    error_message = "An event may still be tried when the next one is due."
  }
}

run "function" {
  command = plan

  assert {
    condition = (
      aws_lambda_function.this.timeout == 45
      && aws_lambda_function.this.timeout < var.every_minutes * 60
      && aws_lambda_function.this.reserved_concurrent_executions == -1
    )
    error_message = "A run may outlive its interval, or the function reserves concurrency that a new account does not have."
  }

  assert {
    condition = (
      aws_lambda_function.this.handler == "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest"
      && aws_lambda_function.this.runtime == "java21"
      && aws_lambda_function.this.publish
      && aws_lambda_function.this.description == "Elytra Status: status; secrets 3"
    )
    error_message = "The function is not what the build made, or a changed secret would make no new version."
  }

  assert {
    condition = (
      aws_lambda_function.this.logging_config[0].log_format == "JSON"
      && aws_lambda_function.this.logging_config[0].log_group == "/aws/lambda/elytra-status-test"
      && aws_cloudwatch_log_group.function.retention_in_days == 30
    )
    error_message = "The log is not where it is looked for, or is kept for ever."
  }

  assert {
    condition     = aws_sqs_queue.failures.message_retention_seconds == 1209600 && aws_sqs_queue.failures.sqs_managed_sse_enabled
    error_message = "Failures are forgotten, or lie about in clear."
  }
}

run "watchdog" {
  command = plan

  variables {
    entry           = "watchdog"
    every_minutes   = 5
    offset_minutes  = 3
    secrets         = {}
    secret_versions = {}
  }

  assert {
    condition     = aws_scheduler_schedule.this.schedule_expression == "cron(3/5 * * * ? *)"
    error_message = "The watchdog does not look every five minutes, between the runs."
  }

  assert {
    condition     = !contains(keys(aws_lambda_function.this.environment[0].variables), "SECRETS_SSM_PATH")
    error_message = "A function without secrets is sent to look for some, and would not start."
  }

  assert {
    condition     = aws_lambda_function.this.environment[0].variables.QUARKUS_FUNQY_EXPORT == "watchdog" && aws_lambda_function.this.timeout < 300
    error_message = "The watchdog's function serves something else, or outlives its interval."
  }
}

run "alias" {
  command = plan

  assert {
    condition     = aws_lambda_alias.live.description == "passed= bad="
    error_message = "A release could not record which versions passed."
  }
}

run "paused" {
  command = plan

  variables {
    enabled = false
  }

  assert {
    condition     = aws_scheduler_schedule.this.state == "DISABLED" && !aws_cloudwatch_metric_alarm.this["unpublished"].actions_enabled
    error_message = "A deliberate pause wakes people, or is none."
  }
}

run "alarms" {
  command = plan

  # What missing data means decides whether a dead function is noticed.
  assert {
    condition = [
      for alarm in [
        aws_cloudwatch_metric_alarm.this["errors"], aws_cloudwatch_metric_alarm.this["unpublished"],
        aws_cloudwatch_metric_alarm.this["undelivered"], aws_cloudwatch_metric_alarm.this["slow"], aws_cloudwatch_metric_alarm.this["failures"],
      ] : "${alarm.namespace} ${alarm.metric_name} ${alarm.statistic} ${alarm.comparison_operator} ${alarm.threshold} ${alarm.period} ${alarm.evaluation_periods} ${alarm.treat_missing_data}"
      ] == [
      "AWS/Lambda Errors Sum GreaterThanOrEqualToThreshold 1 600 3 notBreaching",
      "ElytraStatus Published Sum LessThanThreshold 1 600 2 breaching",
      "ElytraStatus AlertsFailed Sum GreaterThanOrEqualToThreshold 1 600 1 notBreaching",
      "AWS/Lambda Duration Maximum GreaterThanThreshold 22000 600 3 notBreaching",
      "AWS/SQS ApproximateNumberOfMessagesVisible Maximum GreaterThanThreshold 0 600 1 notBreaching",
    ]
    error_message = "An alarm checks something else, or treats silence as health."
  }

  # Two installations in one account do not mix.
  assert {
    condition = toset([
      for alarm in [
        aws_cloudwatch_metric_alarm.this["errors"], aws_cloudwatch_metric_alarm.this["unpublished"],
        aws_cloudwatch_metric_alarm.this["undelivered"], aws_cloudwatch_metric_alarm.this["slow"],
      ] : jsonencode(alarm.dimensions)
    ]) == toset(["{\"FunctionName\":\"elytra-status-test\"}"])
    error_message = "An alarm counts what another installation does."
  }

  assert {
    condition = alltrue([
      for alarm in [
        aws_cloudwatch_metric_alarm.this["errors"], aws_cloudwatch_metric_alarm.this["unpublished"],
        aws_cloudwatch_metric_alarm.this["undelivered"], aws_cloudwatch_metric_alarm.this["slow"], aws_cloudwatch_metric_alarm.this["failures"],
      ] : alarm.actions_enabled && alarm.alarm_actions == toset([aws_sns_topic.alarms.arn])
    ])
    error_message = "An alarm reaches nobody."
  }
}

run "every_minute" {
  command = plan

  variables {
    every_minutes = 1
  }

  assert {
    condition = (
      aws_scheduler_schedule.this.schedule_expression == "cron(0/1 * * * ? *)"
      && aws_scheduler_schedule.this.target[0].retry_policy[0].maximum_event_age_in_seconds == 60
      && aws_lambda_function_event_invoke_config.live.maximum_retry_attempts == 0
      && aws_cloudwatch_metric_alarm.this["unpublished"].period == 300
    )
    error_message = "An event outlives its interval, or one slow run fires an alarm."
  }
}

run "every_hour" {
  command = plan

  variables {
    every_minutes = 60
  }

  assert {
    condition = (
      aws_scheduler_schedule.this.schedule_expression == "cron(0 * * * ? *)"
      && aws_lambda_function_event_invoke_config.live.maximum_event_age_in_seconds == 300
      && aws_cloudwatch_metric_alarm.this["unpublished"].period == 3600
    )
    error_message = "The schedule is no valid expression, or the alarms do not follow it."
  }
}

run "a_watchdog_publishes_nothing" {
  command = plan

  variables {
    entry = "watchdog"
  }

  assert {
    condition = (
      toset(keys(aws_cloudwatch_metric_alarm.this)) == toset(["errors", "failures", "silence"])
      && aws_cloudwatch_metric_alarm.this["silence"].treat_missing_data == "breaching"
    )
    error_message = "The watchdog is expected to publish, or nobody notices that it is not called."
  }
}

run "mails" {
  command = plan

  variables {
    alarm_emails = ["ops@example.com"]
  }

  assert {
    condition     = aws_sns_topic_subscription.mail["ops@example.com"].protocol == "email" && aws_sns_topic_subscription.mail["ops@example.com"].topic_arn == aws_sns_topic.alarms.arn
    error_message = "Nobody is told."
  }

  assert {
    condition = [for statement in jsondecode(aws_sns_topic_policy.alarms.policy).Statement : [statement.Principal, statement.Action, statement.Condition]] == [
      [{ Service = "cloudwatch.amazonaws.com" }, "sns:Publish", { StringEquals = { "aws:SourceAccount" = "123456789012" } }],
    ]
    error_message = "The alarms may not ring, or others may."
  }
}
