# Once per account, by a person with administrator rights: the bucket of Terraform's state, and the two roles by which
# GitHub's workflows come in without a stored key. Its own state stays local until the bucket exists; README.md says how it
# moves in.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }
}

provider "aws" {
  region = var.aws_region
}

variable "aws_region" {
  description = "Region of the state's bucket."
  type        = string
  default     = "us-east-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.aws_region))
    error_message = "Allowed is a region of AWS, such as us-east-1."
  }
}

variable "repository" {
  description = "The repository at GitHub whose workflows may plan and apply: OWNER/NAME."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "Allowed is OWNER/NAME, without wildcards."
  }
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  prefix    = "elytra-status"
  partition = data.aws_partition.current.partition
  account   = data.aws_caller_identity.current.account_id
  state     = "${local.prefix}-terraform-${local.account}"
  state_arn = "arn:${local.partition}:s3:::${local.state}"
  issuer    = "token.actions.githubusercontent.com"

  # Ours by name, in every region: the watchdog has one of its own.
  ours = {
    functions = "arn:${local.partition}:lambda:*:${local.account}:function:${local.prefix}-*"
    schedules = ["arn:${local.partition}:scheduler:*:${local.account}:schedule/${local.prefix}-*/*", "arn:${local.partition}:scheduler:*:${local.account}:schedule-group/${local.prefix}-*"]
    queues    = "arn:${local.partition}:sqs:*:${local.account}:${local.prefix}-*"
    topics    = "arn:${local.partition}:sns:*:${local.account}:${local.prefix}-*"
    secrets   = "arn:${local.partition}:ssm:*:${local.account}:parameter/${local.prefix}-*"
    logs      = "arn:${local.partition}:logs:*:${local.account}:log-group:/aws/lambda/${local.prefix}-*"
    alarms    = "arn:${local.partition}:cloudwatch:*:${local.account}:alarm:${local.prefix}-*"
    roles     = "arn:${local.partition}:iam::${local.account}:role/${local.prefix}-*"
    buckets   = "arn:${local.partition}:s3:::${local.prefix}-*-state-${local.account}"
  }

  # What a plan asks. Reading a parameter shows its value: whoever may push a branch here could read the secrets by it, as
  # they could by changing the function.
  reading = [
    { Sid = "Functions", Effect = "Allow", Action = ["lambda:Get*", "lambda:List*"], Resource = local.ours.functions },
    { Sid = "Schedules", Effect = "Allow", Action = ["scheduler:Get*", "scheduler:List*"], Resource = local.ours.schedules },
    { Sid = "Queues", Effect = "Allow", Action = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListQueueTags"], Resource = local.ours.queues },
    { Sid = "Topics", Effect = "Allow", Action = ["sns:Get*", "sns:List*"], Resource = local.ours.topics },
    { Sid = "Secrets", Effect = "Allow", Action = ["ssm:GetParameter", "ssm:GetParameters", "ssm:ListTagsForResource"], Resource = local.ours.secrets },
    { Sid = "Logs", Effect = "Allow", Action = ["logs:ListTagsForResource"], Resource = local.ours.logs },
    { Sid = "Alarms", Effect = "Allow", Action = ["cloudwatch:ListTagsForResource"], Resource = local.ours.alarms },
    { Sid = "Roles", Effect = "Allow", Action = ["iam:GetRole", "iam:GetRolePolicy", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies"], Resource = local.ours.roles },
    { Sid = "Buckets", Effect = "Allow", Action = ["s3:GetBucket*", "s3:GetLifecycleConfiguration", "s3:GetEncryptionConfiguration", "s3:GetAccelerateConfiguration", "s3:GetReplicationConfiguration", "s3:ListBucket"], Resource = local.ours.buckets },
    # These know no narrower resource.
    { Sid = "Lists", Effect = "Allow", Action = ["ssm:DescribeParameters", "logs:DescribeLogGroups", "cloudwatch:DescribeAlarms"], Resource = "*" },
    { Sid = "State", Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = [local.state_arn, "${local.state_arn}/*"] },
    { Sid = "Lock", Effect = "Allow", Action = ["s3:PutObject", "s3:DeleteObject"], Resource = "${local.state_arn}/*.tflock" },
  ]

  writing = [
    {
      Sid      = "WriteFunctions"
      Effect   = "Allow"
      Resource = local.ours.functions
      Action = [
        "lambda:CreateFunction", "lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration", "lambda:DeleteFunction",
        "lambda:PublishVersion", "lambda:CreateAlias", "lambda:UpdateAlias", "lambda:DeleteAlias",
        "lambda:PutFunctionConcurrency", "lambda:DeleteFunctionConcurrency", "lambda:PutFunctionEventInvokeConfig",
        "lambda:UpdateFunctionEventInvokeConfig", "lambda:DeleteFunctionEventInvokeConfig", "lambda:InvokeFunction",
        "lambda:TagResource", "lambda:UntagResource",
      ]
    },
    {
      Sid      = "WriteSchedules"
      Effect   = "Allow"
      Resource = local.ours.schedules
      Action = [
        "scheduler:CreateSchedule", "scheduler:UpdateSchedule", "scheduler:DeleteSchedule", "scheduler:CreateScheduleGroup",
        "scheduler:DeleteScheduleGroup", "scheduler:TagResource", "scheduler:UntagResource",
      ]
    },
    { Sid = "WriteQueues", Effect = "Allow", Action = ["sqs:CreateQueue", "sqs:SetQueueAttributes", "sqs:DeleteQueue", "sqs:TagQueue", "sqs:UntagQueue"], Resource = local.ours.queues },
    { Sid = "WriteTopics", Effect = "Allow", Action = ["sns:CreateTopic", "sns:SetTopicAttributes", "sns:DeleteTopic", "sns:Subscribe", "sns:Unsubscribe", "sns:TagResource", "sns:UntagResource"], Resource = local.ours.topics },
    { Sid = "WriteSecrets", Effect = "Allow", Action = ["ssm:PutParameter", "ssm:DeleteParameter", "ssm:AddTagsToResource", "ssm:RemoveTagsFromResource"], Resource = local.ours.secrets },
    { Sid = "WriteLogs", Effect = "Allow", Action = ["logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:TagResource", "logs:UntagResource"], Resource = local.ours.logs },
    { Sid = "WriteAlarms", Effect = "Allow", Action = ["cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms", "cloudwatch:TagResource", "cloudwatch:UntagResource"], Resource = local.ours.alarms },
    {
      Sid      = "WriteBuckets"
      Effect   = "Allow"
      Resource = local.ours.buckets
      Action = [
        "s3:CreateBucket", "s3:DeleteBucket", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy", "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketOwnershipControls", "s3:PutBucketVersioning", "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration", "s3:PutBucketTagging",
      ]
    },
    {
      Sid      = "WriteRoles"
      Effect   = "Allow"
      Resource = local.ours.roles
      Action = [
        "iam:CreateRole", "iam:DeleteRole", "iam:UpdateAssumeRolePolicy", "iam:PutRolePolicy", "iam:DeleteRolePolicy",
        "iam:TagRole", "iam:UntagRole", "iam:ListInstanceProfilesForRole",
      ]
    },
    {
      Sid       = "GiveRoles"
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = local.ours.roles
      Condition = { StringEquals = { "iam:PassedToService" = ["lambda.amazonaws.com", "scheduler.amazonaws.com"] } }
    },
    # Otherwise whoever may deploy could rewrite the roles by which they do.
    { Sid = "NotItself", Effect = "Deny", Action = ["iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "iam:DeleteRole", "iam:PassRole"], Resource = "arn:${local.partition}:iam::${local.account}:role/${local.prefix}-github-*" },
    { Sid = "WriteState", Effect = "Allow", Action = ["s3:PutObject", "s3:DeleteObject"], Resource = "${local.state_arn}/*" },
  ]

  # Which run of which workflow may take which role: a job that names the environment, and no other.
  roles = {
    plan   = { subject = "repo:${var.repository}:environment:plan", statements = local.reading }
    deploy = { subject = "repo:${var.repository}:environment:prod", statements = concat(local.reading, local.writing) }
  }
}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "github" {
  for_each = local.roles

  name                 = "${local.prefix}-github-${each.key}"
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "arn:${local.partition}:iam::${local.account}:oidc-provider/${local.issuer}" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "${local.issuer}:aud" = "sts.amazonaws.com"
          "${local.issuer}:sub" = each.value.subject
        }
      }
    }]
  })

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role_policy" "github" {
  for_each = local.roles

  name = each.key
  role = aws_iam_role.github[each.key].name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = each.value.statements
  })
}

# Holds the secret of the storage's key: as secret as that.
resource "aws_s3_bucket" "state" {
  bucket = local.state

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_public_access_block" "state" {
  bucket                  = aws_s3_bucket.state.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.bucket

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "state" {
  bucket = aws_s3_bucket.state.bucket

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_policy" "state" {
  bucket = aws_s3_bucket.state.bucket
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [local.state_arn, "${local.state_arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  depends_on = [aws_s3_bucket_public_access_block.state]
}

output "state_bucket" {
  description = "For envs/*.s3.tfbackend."
  value       = aws_s3_bucket.state.bucket
}

output "roles" {
  description = "For the variable AWS_ROLE of each environment at GitHub."
  value       = { for name, role in aws_iam_role.github : name => role.arn }
}
