# Policies are written with jsonencode, so that a test can compare them pair by pair.

locals {
  log_group_arn = "arn:${local.partition}:logs:${local.region}:${local.account}:log-group:/aws/lambda/${var.name}"
  queue_arn     = "arn:${local.partition}:sqs:${local.region}:${local.account}:${var.name}-failures"
  group_arn     = "arn:${local.partition}:scheduler:${local.region}:${local.account}:schedule-group/${var.name}"
}

resource "aws_iam_role" "function" {
  name                 = "${var.name}-function"
  permissions_boundary = var.permissions_boundary
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "function" {
  name = "run"
  role = aws_iam_role.function.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "Log"
          Effect   = "Allow"
          Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
          Resource = "${local.log_group_arn}:*"
        },
        {
          Sid      = "ReadSecrets"
          Effect   = "Allow"
          Action   = "ssm:GetParametersByPath"
          Resource = local.secrets_path_arn
        },
        {
          Sid      = "State"
          Effect   = "Allow"
          Action   = ["s3:GetObject", "s3:PutObject"]
          Resource = "${local.state_bucket_arn}/state/*"
        },
        {
          # Without it S3 answers 403 for a missing object, and the first run could not be recognised.
          Sid       = "FindState"
          Effect    = "Allow"
          Action    = "s3:ListBucket"
          Resource  = local.state_bucket_arn
          Condition = { StringLike = { "s3:prefix" = "state/*" } }
        },
        {
          Sid      = "ReportFailure"
          Effect   = "Allow"
          Action   = "sqs:SendMessage"
          Resource = local.queue_arn
        },
      ],
      [for statement in [
        {
          Sid      = "WriteSite"
          Effect   = "Allow"
          Action   = ["s3:GetObject", "s3:PutObject"]
          Resource = "${var.site_bucket_arn}/*"
        },
        {
          # So that a missing object is a 404.
          Sid      = "FindSite"
          Effect   = "Allow"
          Action   = "s3:ListBucket"
          Resource = var.site_bucket_arn
        },
      ] : statement if var.site_bucket_arn != ""],
      [for statement in [
        {
          Sid      = "ListBackups"
          Effect   = "Allow"
          Action   = ["s3:ListBucket", "s3:ListBucketMultipartUploads"]
          Resource = var.backup_bucket_arn
        },
        {
          Sid      = "CheckBackups"
          Effect   = "Allow"
          Action   = "s3:GetObject"
          Resource = "${var.backup_bucket_arn}/*"
        },
      ] : statement if var.backup_bucket_arn != ""],
      [for statement in [
        {
          Sid      = "ReadTriggers"
          Effect   = "Allow"
          Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
          Resource = "arn:${local.partition}:sqs:${local.region}:${local.account}:${var.name}-trigger"
        },
      ] : statement if var.reads_triggers],
    )
  })
}

resource "aws_iam_role" "scheduler" {
  name                 = "${var.name}-scheduler"
  permissions_boundary = var.permissions_boundary
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = {
          "aws:SourceAccount" = local.account
          "aws:SourceArn"     = local.group_arn
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "scheduler" {
  name = "call"
  role = aws_iam_role.scheduler.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "InvokeAlias"
        Effect   = "Allow"
        Action   = "lambda:InvokeFunction"
        Resource = local.alias_arn
      },
      {
        Sid      = "ReportFailure"
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = local.queue_arn
      },
    ]
  })
}
