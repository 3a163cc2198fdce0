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
  repository       = "example/elytra-status"
  backup_buckets   = ["example-backups"]
  route53_zone_ids = ["Z0123456789"]
}

run "only_the_environment_prod_of_the_repository_deploys" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role.deploy.assume_role_policy).Statement[0].Condition == {
      StringEquals = {
        "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:sub" = "repo:example/elytra-status:environment:prod"
      }
    }
    error_message = "Other workflows, or other repositories, may deploy."
  }
}

run "a_repository_whose_tokens_carry_ids" {
  command = plan

  variables {
    repository = "example@123/elytra-status@456"
  }

  assert {
    condition     = jsondecode(aws_iam_role.deploy.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == "repo:example@123/elytra-status@456:environment:prod"
    error_message = "A repository created since July 2026 could not deploy."
  }
}

run "permissions" {
  command = plan

  assert {
    condition     = alltrue([for policy in concat(values(aws_iam_policy.deploy), [aws_iam_policy.boundary]) : length(policy.policy) <= 6144])
    error_message = "AWS refuses managed policies of more than 6,144 characters."
  }

  # What touches other resources than ours knows no narrower one, or has a condition.
  assert {
    condition = toset(flatten([
      for policy in values(aws_iam_policy.deploy) : [
        for statement in jsondecode(policy.policy).Statement : statement.Action
        if statement.Effect == "Allow" && contains(flatten([statement.Resource]), "*") && !contains(keys(statement), "Condition")
      ]
      ])) == toset([
      "lambda:GetEventSourceMapping", "lambda:ListEventSourceMappings", "ssm:DescribeParameters", "logs:DescribeLogGroups",
      "logs:DescribeQueryDefinitions", "logs:PutQueryDefinition", "logs:DeleteQueryDefinition", "cloudwatch:DescribeAlarms",
    ])
    error_message = "A deployment may touch what is not ours."
  }

  assert {
    condition = alltrue(flatten([
      for policy in values(aws_iam_policy.deploy) : [
        for statement in jsondecode(policy.policy).Statement : [
          for action in flatten([statement.Action]) : !endswith(action, ":*") && action != "*" && (!strcontains(action, "*") || length(regexall(":(Get|List)", action)) == 1)
        ]
      ]
    ]))
    error_message = "A wildcard writes."
  }

  # The simulation of tests/apply-to-moto has the cases; here is the sentence that they rest on.
  assert {
    condition = [
      for statement in jsondecode(aws_iam_policy.deploy["roles"].policy).Statement : statement.Condition.StringEquals["iam:PermissionsBoundary"]
      if contains(flatten([statement.Action]), "iam:CreateRole")
    ] == ["arn:aws:iam::123456789012:policy/elytra-status-boundary"]
    error_message = "A deployment may make a role without the boundary."
  }
}

run "boundary" {
  command = plan

  assert {
    condition = toset(flatten([for statement in jsondecode(aws_iam_policy.boundary.policy).Statement : statement.Action])) == toset([
      "logs:CreateLogStream", "logs:PutLogEvents", "ssm:GetParametersByPath", "s3:GetObject", "s3:PutObject", "s3:ListBucket",
      "s3:ListBucketMultipartUploads", "sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes",
      "lambda:InvokeFunction",
    ])
    error_message = "A role may be given more, or less, than the functions need."
  }
}

run "state" {
  command = plan

  assert {
    condition     = jsondecode(module.state_bucket.policy).Statement[*].Sid == ["TlsOnly"]
    error_message = "The state can be made public, lost or read without TLS."
  }
}

run "refused" {
  command = plan

  variables {
    repository       = "example/*"
    aws_region       = "nyc3"
    backup_buckets   = ["*"]
    route53_zone_ids = ["example.com"]
  }

  expect_failures = [var.repository, var.aws_region, var.backup_buckets, var.route53_zone_ids]
}

run "refused_with_one_id_only" {
  command = plan

  variables {
    repository = "example@123/elytra-status"
  }

  expect_failures = [var.repository]
}
