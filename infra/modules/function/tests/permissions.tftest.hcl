# The true policies: the real provider computes them locally, so no account is needed, and no key is real.
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
  name            = "elytra-status-test"
  entry           = "status"
  package_file    = "tests/empty.zip"
  runtime         = "java21"
  secrets         = { UPTIME_KUMA_API_KEY = "a-key-for-tests" }
  secret_versions = { UPTIME_KUMA_API_KEY = 1 }
}

run "permissions" {
  command = plan

  assert {
    condition = toset(flatten([
      for statement in jsondecode(aws_iam_role_policy.function.policy).Statement :
      [for action in flatten([statement.Action]) : [for resource in flatten([statement.Resource]) : "${statement.Effect} ${action} ${resource}"]]
      ])) == toset([
      "Allow logs:CreateLogStream arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/elytra-status-test:*",
      "Allow logs:PutLogEvents arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/elytra-status-test:*",
      "Allow ssm:GetParametersByPath arn:aws:ssm:us-east-1:123456789012:parameter/elytra-status-test",
      "Allow s3:GetObject arn:aws:s3:::elytra-status-test-state-123456789012/state/*",
      "Allow s3:PutObject arn:aws:s3:::elytra-status-test-state-123456789012/state/*",
      "Allow s3:ListBucket arn:aws:s3:::elytra-status-test-state-123456789012",
      "Allow sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:elytra-status-test-failures",
    ])
    error_message = "The function may do more, or less, than it needs."
  }

  assert {
    condition = toset(flatten([
      for statement in jsondecode(aws_iam_role_policy.scheduler.policy).Statement :
      [for action in flatten([statement.Action]) : [for resource in flatten([statement.Resource]) : "${statement.Effect} ${action} ${resource}"]]
      ])) == toset([
      "Allow lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:elytra-status-test:live",
      "Allow sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:elytra-status-test-failures",
    ])
    error_message = "The scheduler may do more, or less, than call the alias and report that it could not."
  }

  assert {
    condition = alltrue([
      for statement in concat(jsondecode(aws_iam_role_policy.function.policy).Statement, jsondecode(aws_iam_role_policy.scheduler.policy).Statement) :
      length(setsubtract(keys(statement), ["Sid", "Effect", "Action", "Resource", "Condition"])) == 0
    ])
    error_message = "A statement has a NotAction, NotResource or Principal, which the pairs above do not show."
  }

  assert {
    condition     = jsondecode(aws_iam_role.function.assume_role_policy).Statement == [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
    error_message = "The function's role may be taken by something other than Lambda."
  }

  assert {
    condition = jsondecode(aws_iam_role.scheduler.assume_role_policy).Statement == [{
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = {
          "aws:SourceAccount" = "123456789012"
          "aws:SourceArn"     = "arn:aws:scheduler:us-east-1:123456789012:schedule-group/elytra-status-test"
        }
      }
    }]
    error_message = "The scheduler's role may be taken by a schedule of another group or account."
  }

  # The policies name resources by text, so the text has to be true.
  assert {
    condition = (
      aws_sqs_queue.failures.name == "elytra-status-test-failures"
      && aws_scheduler_schedule_group.this.name == "elytra-status-test"
      && aws_cloudwatch_log_group.function.name == "/aws/lambda/elytra-status-test"
      && aws_lambda_function.this.function_name == "elytra-status-test"
      && aws_lambda_alias.live.name == "live"
      && aws_s3_bucket.state.bucket == "elytra-status-test-state-123456789012"
      && aws_ssm_parameter.secret["UPTIME_KUMA_API_KEY"].name == "/elytra-status-test/UPTIME_KUMA_API_KEY"
    )
    error_message = "A resource is not called what the policies call it."
  }
}

run "storage_at_aws_and_the_webhook_add_their_own_permissions_only" {
  command = plan

  variables {
    site_bucket_arn   = "arn:aws:s3:::the-site"
    backup_bucket_arn = "arn:aws:s3:::the-backups"
    reads_triggers    = true
  }

  assert {
    condition = toset(flatten([
      for statement in jsondecode(aws_iam_role_policy.function.policy).Statement :
      [for action in flatten([statement.Action]) : [for resource in flatten([statement.Resource]) : "${action} ${resource}"]]
      if contains(["WriteSite", "FindSite", "ListBackups", "CheckBackups", "ReadTriggers"], statement.Sid)
      ])) == toset([
      "s3:GetObject arn:aws:s3:::the-site/*",
      "s3:PutObject arn:aws:s3:::the-site/*",
      "s3:ListBucket arn:aws:s3:::the-site",
      "s3:ListBucket arn:aws:s3:::the-backups",
      "s3:ListBucketMultipartUploads arn:aws:s3:::the-backups",
      "s3:GetObject arn:aws:s3:::the-backups/*",
      "sqs:ReceiveMessage arn:aws:sqs:us-east-1:123456789012:elytra-status-test-trigger",
      "sqs:DeleteMessage arn:aws:sqs:us-east-1:123456789012:elytra-status-test-trigger",
      "sqs:GetQueueAttributes arn:aws:sqs:us-east-1:123456789012:elytra-status-test-trigger",
    ])
    error_message = "The function may do more, or less, with site, backups and queue than it needs."
  }
}

run "every_role_is_bounded" {
  command = plan

  variables {
    permissions_boundary = "arn:aws:iam::123456789012:policy/elytra-status-boundary"
  }

  assert {
    condition     = toset([aws_iam_role.function.permissions_boundary, aws_iam_role.scheduler.permissions_boundary]) == toset([var.permissions_boundary])
    error_message = "A role has no permissions boundary: the deploy role could not create it."
  }
}

run "state_bucket_is_private" {
  command = plan

  assert {
    condition     = jsondecode(module.state_bucket.policy).Statement[*].Sid == ["TlsOnly"]
    error_message = "The state's bucket has none of the settings of a private bucket, or others may enter it."
  }
}

run "secrets_go_to_ssm_only" {
  command = plan

  assert {
    condition = (
      aws_ssm_parameter.secret["UPTIME_KUMA_API_KEY"].type == "SecureString"
      && aws_ssm_parameter.secret["UPTIME_KUMA_API_KEY"].value_wo_version == 1
      && aws_ssm_parameter.secret["UPTIME_KUMA_API_KEY"].value_wo == null
    )
    error_message = "The secret is not a SecureString, or the plan holds its value."
  }

  assert {
    condition = aws_lambda_function.this.environment[0].variables == tomap({
      QUARKUS_FUNQY_EXPORT = "status"
      SECRETS_SSM_PATH     = "/elytra-status-test"
      STATE_BUCKET         = "elytra-status-test-state-123456789012"
      STATE_KEY            = "state/elytra-status.json"
    })
    error_message = "The environment holds more, or less, than where things are."
  }
}
