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
  repository = "example/elytra-status"
}

run "roles" {
  command = plan

  assert {
    condition = { for name, role in aws_iam_role.github : name => jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals } == {
      plan = {
        "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:sub" = "repo:example/elytra-status:environment:plan"
      }
      deploy = {
        "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:sub" = "repo:example/elytra-status:environment:prod"
      }
    }
    error_message = "Other workflows, or other repositories, may come in."
  }

  # A plan changes nothing but its lock.
  assert {
    condition = toset(flatten([
      for statement in jsondecode(aws_iam_role_policy.github["plan"].policy).Statement :
      [for action in flatten([statement.Action]) : [for resource in flatten([statement.Resource]) : "${action} ${resource}"] if length(regexall(":(Get|List|Describe)", action)) == 0]
      ])) == toset([
      "s3:PutObject arn:aws:s3:::elytra-status-terraform-123456789012/*.tflock",
      "s3:DeleteObject arn:aws:s3:::elytra-status-terraform-123456789012/*.tflock",
    ])
    error_message = "Who may plan may change something."
  }

  assert {
    condition = alltrue(flatten([
      for statement in jsondecode(aws_iam_role_policy.github["deploy"].policy).Statement :
      [for resource in flatten([statement.Resource]) : strcontains(resource, "elytra-status-") || toset(flatten([statement.Action])) == toset(["ssm:DescribeParameters", "logs:DescribeLogGroups", "cloudwatch:DescribeAlarms"])]
    ]))
    error_message = "Who may deploy may touch what is not ours."
  }

  assert {
    condition = alltrue(flatten([
      for statement in jsondecode(aws_iam_role_policy.github["deploy"].policy).Statement :
      [for action in flatten([statement.Action]) : !endswith(action, ":*") && action != "*" && (length(regexall("\\*", action)) == 0 || length(regexall(":(Get|List)", action)) == 1)]
    ]))
    error_message = "A wildcard writes."
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.github["deploy"].policy).Statement : statement if statement.Sid == "GiveRoles"] == [{
      Sid       = "GiveRoles"
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = "arn:aws:iam::123456789012:role/elytra-status-*"
      Condition = { StringEquals = { "iam:PassedToService" = ["lambda.amazonaws.com", "scheduler.amazonaws.com"] } }
    }]
    error_message = "A role may be given to something else than the function and its schedule."
  }

  assert {
    condition = anytrue([
      for statement in jsondecode(aws_iam_role_policy.github["deploy"].policy).Statement :
      statement.Effect == "Deny" && contains(flatten([statement.Action]), "iam:PutRolePolicy") && statement.Resource == "arn:aws:iam::123456789012:role/elytra-status-github-*"
    ])
    error_message = "Who may deploy may rewrite the role by which they do."
  }
}

run "state" {
  command = plan

  assert {
    condition = (
      aws_s3_bucket_public_access_block.state.block_public_acls
      && aws_s3_bucket_public_access_block.state.block_public_policy
      && aws_s3_bucket_public_access_block.state.ignore_public_acls
      && aws_s3_bucket_public_access_block.state.restrict_public_buckets
      && aws_s3_bucket_versioning.state.versioning_configuration[0].status == "Enabled"
      && jsondecode(aws_s3_bucket_policy.state.policy).Statement[0].Condition.Bool["aws:SecureTransport"] == "false"
    )
    error_message = "The state can be made public, lost or read without TLS."
  }
}

run "refused" {
  command = plan

  variables {
    repository = "example/*"
    aws_region = "nyc3"
  }

  expect_failures = [
    var.repository,
    var.aws_region,
  ]
}
