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

variables {
  name             = "elytra-status-test"
  status_alias_arn = "arn:aws:lambda:us-east-1:123456789012:function:elytra-status-test:live"
  alarms_topic_arn = "arn:aws:sns:us-east-1:123456789012:elytra-status-test-alarms"
  package_file     = "../function/tests/empty.zip"
  runtime          = "java21"
  token            = "0123456789abcdef0123456789abcdef"
  token_version    = 2
}

run "a_burst_is_one_run" {
  command = plan

  assert {
    condition = (
      aws_lambda_event_source_mapping.status.maximum_batching_window_in_seconds == 10
      && aws_lambda_event_source_mapping.status.scaling_config[0].maximum_concurrency == 2
      && aws_lambda_event_source_mapping.status.function_name == var.status_alias_arn
      && aws_sqs_queue.trigger.visibility_timeout_seconds > 45 + 10
      && aws_sqs_queue.trigger.message_retention_seconds >= 2 * aws_sqs_queue.trigger.visibility_timeout_seconds
    )
    error_message = "Every notification starts a run, or a message is delivered again while its run goes on."
  }
}

run "a_flood_is_refused_before_anything_runs" {
  command = plan

  assert {
    condition = (
      aws_apigatewayv2_stage.default.default_route_settings[0].throttling_rate_limit == 2
      && aws_apigatewayv2_stage.default.default_route_settings[0].throttling_burst_limit == 4
      && aws_apigatewayv2_route.post.route_key == "POST /"
      && aws_apigatewayv2_integration.trigger.payload_format_version == "2.0"
      && aws_lambda_permission.webhook.principal == "apigateway.amazonaws.com"
    )
    error_message = "Anybody can use up the account's concurrent executions, or something else may call the function."
  }
}

run "permissions" {
  command = plan

  assert {
    condition = toset(flatten([
      for statement in jsondecode(aws_iam_role_policy.trigger.policy).Statement :
      [for action in flatten([statement.Action]) : [for resource in flatten([statement.Resource]) : "${statement.Effect} ${action} ${resource}"]]
      ])) == toset([
      "Allow logs:CreateLogStream arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/elytra-status-test-trigger:*",
      "Allow logs:PutLogEvents arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/elytra-status-test-trigger:*",
      "Allow ssm:GetParametersByPath arn:aws:ssm:us-east-1:123456789012:parameter/elytra-status-test-trigger",
      "Allow sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:elytra-status-test-trigger",
    ])
    error_message = "The trigger may do more, or less, than read its token and request a run."
  }

  assert {
    condition = (
      aws_ssm_parameter.token.type == "SecureString"
      && aws_ssm_parameter.token.value_wo == null
      && aws_ssm_parameter.token.value_wo_version == 2
      && aws_lambda_function.trigger.description == "Elytra Status: trigger; secrets 2"
      && aws_lambda_function.trigger.reserved_concurrent_executions == -1
    )
    error_message = "The plan holds the token, or a changed token makes no new version."
  }
}

run "refused" {
  command = plan

  variables {
    token = "short"
  }

  expect_failures = [var.token]
}
