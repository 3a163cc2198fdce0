# Everything of ours is recognised by its name, in every region: the watchdog has one of its own.
locals {
  ours = {
    functions     = "arn:${local.partition}:lambda:*:${local.account}:function:${local.prefix}-*"
    schedules     = ["arn:${local.partition}:scheduler:*:${local.account}:schedule/${local.prefix}-*/*", "arn:${local.partition}:scheduler:*:${local.account}:schedule-group/${local.prefix}-*"]
    queues        = "arn:${local.partition}:sqs:*:${local.account}:${local.prefix}-*"
    topics        = "arn:${local.partition}:sns:*:${local.account}:${local.prefix}-*"
    secrets       = "arn:${local.partition}:ssm:*:${local.account}:parameter/${local.prefix}-*"
    logs          = "arn:${local.partition}:logs:*:${local.account}:log-group:/aws/lambda/${local.prefix}-*"
    alarms        = "arn:${local.partition}:cloudwatch:*:${local.account}:alarm:${local.prefix}-*"
    dashboards    = "arn:${local.partition}:cloudwatch::${local.account}:dashboard/${local.prefix}-*"
    roles         = "arn:${local.partition}:iam::${local.account}:role/${local.prefix}-*"
    budgets       = "arn:${local.partition}:budgets::${local.account}:budget/${local.prefix}-*"
    buckets       = ["arn:${local.partition}:s3:::${local.prefix}-*-state-${local.account}", "arn:${local.partition}:s3:::${local.prefix}-*-site-${local.account}"]
    objects       = ["arn:${local.partition}:s3:::${local.prefix}-*-state-${local.account}/*", "arn:${local.partition}:s3:::${local.prefix}-*-site-${local.account}/*"]
    zones         = [for id in var.route53_zone_ids : "arn:${local.partition}:route53:::hostedzone/${id}"]
    distributions = ["arn:${local.partition}:cloudfront::${local.account}:distribution/*", "arn:${local.partition}:cloudfront::${local.account}:origin-access-control/*", "arn:${local.partition}:cloudfront::${local.account}:response-headers-policy/*"]
    certificates  = "arn:${local.partition}:acm:us-east-1:${local.account}:certificate/*"
    apis          = ["arn:${local.partition}:apigateway:*::/apis", "arn:${local.partition}:apigateway:*::/apis/*", "arn:${local.partition}:apigateway:*::/tags/*"]
    mappings      = "arn:${local.partition}:lambda:*:${local.account}:event-source-mapping:*"
  }

  # No role that a deployment makes can do more than this, whatever its policies say.
  bounds = concat(
    [
      { Sid = "Logs", Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "${local.ours.logs}:*" },
      { Sid = "Secrets", Effect = "Allow", Action = "ssm:GetParametersByPath", Resource = local.ours.secrets },
      { Sid = "Objects", Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = local.ours.objects },
      { Sid = "Buckets", Effect = "Allow", Action = "s3:ListBucket", Resource = local.ours.buckets },
      { Sid = "Queues", Effect = "Allow", Action = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], Resource = local.ours.queues },
      { Sid = "Functions", Effect = "Allow", Action = "lambda:InvokeFunction", Resource = local.ours.functions },
    ],
    [for statement in [
      { Sid = "Backups", Effect = "Allow", Action = ["s3:ListBucket", "s3:ListBucketMultipartUploads"], Resource = [for name in var.backup_buckets : "arn:${local.partition}:s3:::${name}"] },
      { Sid = "BackupFiles", Effect = "Allow", Action = "s3:GetObject", Resource = [for name in var.backup_buckets : "arn:${local.partition}:s3:::${name}/*"] },
    ] : statement if length(var.backup_buckets) > 0],
  )

  deploy = {
    functions = [
      {
        Sid      = "Functions"
        Effect   = "Allow"
        Resource = local.ours.functions
        Action = [
          "lambda:Get*", "lambda:List*", "lambda:CreateFunction", "lambda:UpdateFunctionCode",
          "lambda:UpdateFunctionConfiguration", "lambda:DeleteFunction", "lambda:PublishVersion", "lambda:CreateAlias",
          "lambda:UpdateAlias", "lambda:DeleteAlias", "lambda:PutFunctionConcurrency", "lambda:DeleteFunctionConcurrency",
          "lambda:PutFunctionEventInvokeConfig", "lambda:UpdateFunctionEventInvokeConfig",
          "lambda:DeleteFunctionEventInvokeConfig", "lambda:AddPermission", "lambda:RemovePermission",
          "lambda:InvokeFunction", "lambda:TagResource", "lambda:UntagResource",
        ]
      },
      {
        # A mapping has no name; the function that it calls has.
        Sid       = "Mappings"
        Effect    = "Allow"
        Action    = ["lambda:CreateEventSourceMapping", "lambda:UpdateEventSourceMapping", "lambda:DeleteEventSourceMapping"]
        Resource  = "*"
        Condition = { ArnLike = { "lambda:FunctionArn" = local.ours.functions } }
      },
      { Sid = "ReadMappings", Effect = "Allow", Action = ["lambda:GetEventSourceMapping", "lambda:ListEventSourceMappings"], Resource = "*" },
      { Sid = "TagMappings", Effect = "Allow", Action = ["lambda:TagResource", "lambda:UntagResource", "lambda:ListTags"], Resource = local.ours.mappings },
      {
        Sid      = "Schedules"
        Effect   = "Allow"
        Resource = local.ours.schedules
        Action = [
          "scheduler:Get*", "scheduler:List*", "scheduler:CreateSchedule", "scheduler:UpdateSchedule", "scheduler:DeleteSchedule",
          "scheduler:CreateScheduleGroup", "scheduler:DeleteScheduleGroup", "scheduler:TagResource", "scheduler:UntagResource",
        ]
      },
      { Sid = "Queues", Effect = "Allow", Action = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListQueueTags", "sqs:CreateQueue", "sqs:SetQueueAttributes", "sqs:DeleteQueue", "sqs:TagQueue", "sqs:UntagQueue"], Resource = local.ours.queues },
      { Sid = "Secrets", Effect = "Allow", Action = ["ssm:GetParameter", "ssm:GetParameters", "ssm:ListTagsForResource", "ssm:PutParameter", "ssm:DeleteParameter", "ssm:AddTagsToResource", "ssm:RemoveTagsFromResource"], Resource = local.ours.secrets },
      { Sid = "Apis", Effect = "Allow", Action = ["apigateway:GET", "apigateway:POST", "apigateway:PUT", "apigateway:PATCH", "apigateway:DELETE", "apigateway:TagResource", "apigateway:UntagResource"], Resource = local.ours.apis },
      { Sid = "ListSecrets", Effect = "Allow", Action = "ssm:DescribeParameters", Resource = "*" },
    ]

    roles = [
      { Sid = "ReadRoles", Effect = "Allow", Action = ["iam:GetRole", "iam:GetRolePolicy", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole"], Resource = local.ours.roles },
      {
        # Only under the boundary: a deployment cannot make a role that may do more than the functions need.
        Sid       = "WriteRoles"
        Effect    = "Allow"
        Action    = ["iam:CreateRole", "iam:PutRolePolicy", "iam:DeleteRolePolicy", "iam:PutRolePermissionsBoundary"]
        Resource  = local.ours.roles
        Condition = { StringEquals = { "iam:PermissionsBoundary" = local.boundary_arn } }
      },
      { Sid = "ChangeRoles", Effect = "Allow", Action = ["iam:DeleteRole", "iam:UpdateAssumeRolePolicy", "iam:TagRole", "iam:UntagRole"], Resource = local.ours.roles },
      {
        Sid       = "PassRoles"
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = local.ours.roles
        Condition = { StringEquals = { "iam:PassedToService" = ["lambda.amazonaws.com", "scheduler.amazonaws.com"] } }
      },
      # Otherwise a deployment could change the role by which it deploys, or the boundary.
      {
        Sid      = "NotItself"
        Effect   = "Deny"
        Action   = ["iam:PutRolePolicy", "iam:DeleteRolePolicy", "iam:UpdateAssumeRolePolicy", "iam:DeleteRole", "iam:PassRole", "iam:PutRolePermissionsBoundary", "iam:TagRole", "iam:UntagRole"]
        Resource = "arn:${local.partition}:iam::${local.account}:role/${local.prefix}-github-*"
      },
      { Sid = "NotWithoutBoundary", Effect = "Deny", Action = ["iam:DeleteRolePermissionsBoundary", "iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:SetDefaultPolicyVersion", "iam:AttachRolePolicy"], Resource = "*" },
    ]

    observation = [
      { Sid = "Topics", Effect = "Allow", Action = ["sns:Get*", "sns:List*", "sns:CreateTopic", "sns:SetTopicAttributes", "sns:DeleteTopic", "sns:Subscribe", "sns:Unsubscribe", "sns:TagResource", "sns:UntagResource"], Resource = local.ours.topics },
      { Sid = "Logs", Effect = "Allow", Action = ["logs:ListTagsForResource", "logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:TagResource", "logs:UntagResource"], Resource = [local.ours.logs, "${local.ours.logs}:*"] },
      { Sid = "Alarms", Effect = "Allow", Action = ["cloudwatch:ListTagsForResource", "cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms", "cloudwatch:TagResource", "cloudwatch:UntagResource"], Resource = local.ours.alarms },
      { Sid = "Dashboards", Effect = "Allow", Action = ["cloudwatch:GetDashboard", "cloudwatch:PutDashboard", "cloudwatch:DeleteDashboards"], Resource = local.ours.dashboards },
      { Sid = "Budgets", Effect = "Allow", Action = ["budgets:ViewBudget", "budgets:ModifyBudget", "budgets:ListTagsForResource", "budgets:TagResource", "budgets:UntagResource"], Resource = local.ours.budgets },
      # These know no narrower resource.
      { Sid = "Lists", Effect = "Allow", Action = ["logs:DescribeLogGroups", "logs:DescribeQueryDefinitions", "logs:PutQueryDefinition", "logs:DeleteQueryDefinition", "cloudwatch:DescribeAlarms"], Resource = "*" },
    ]

    site = concat(
      [
        {
          Sid      = "Buckets"
          Effect   = "Allow"
          Resource = local.ours.buckets
          # The *TagResource actions are those of S3's control interface, which version 6 of the provider uses.
          Action = [
            "s3:GetBucket*", "s3:GetLifecycleConfiguration", "s3:GetEncryptionConfiguration", "s3:GetAccelerateConfiguration",
            "s3:GetReplicationConfiguration", "s3:ListBucket", "s3:CreateBucket", "s3:DeleteBucket", "s3:PutBucketPolicy",
            "s3:DeleteBucketPolicy", "s3:PutBucketPublicAccessBlock", "s3:PutBucketOwnershipControls", "s3:PutBucketVersioning",
            "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration", "s3:PutBucketTagging", "s3:ListTagsForResource",
            "s3:TagResource", "s3:UntagResource",
          ]
        },
        {
          Sid      = "Distributions"
          Effect   = "Allow"
          Resource = local.ours.distributions
          Action = [
            "cloudfront:GetDistribution", "cloudfront:GetDistributionConfig", "cloudfront:CreateDistribution",
            "cloudfront:UpdateDistribution", "cloudfront:DeleteDistribution", "cloudfront:ListTagsForResource",
            "cloudfront:TagResource", "cloudfront:UntagResource", "cloudfront:CreateOriginAccessControl",
            "cloudfront:GetOriginAccessControl", "cloudfront:UpdateOriginAccessControl", "cloudfront:DeleteOriginAccessControl",
            "cloudfront:CreateResponseHeadersPolicy", "cloudfront:GetResponseHeadersPolicy",
            "cloudfront:UpdateResponseHeadersPolicy", "cloudfront:DeleteResponseHeadersPolicy",
          ]
        },
        { Sid = "Certificates", Effect = "Allow", Action = ["acm:DescribeCertificate", "acm:ListTagsForCertificate", "acm:RequestCertificate", "acm:DeleteCertificate", "acm:AddTagsToCertificate", "acm:RemoveTagsFromCertificate"], Resource = local.ours.certificates },
        { Sid = "TerraformState", Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket", "s3:PutObject", "s3:DeleteObject"], Resource = [local.state_arn, "${local.state_arn}/*"] },
      ],
      [for statement in [
        { Sid = "Records", Effect = "Allow", Action = ["route53:GetHostedZone", "route53:ListResourceRecordSets", "route53:ChangeResourceRecordSets"], Resource = local.ours.zones },
        { Sid = "RecordChanges", Effect = "Allow", Action = ["route53:GetChange"], Resource = ["arn:${local.partition}:route53:::change/*"] },
      ] : statement if length(var.route53_zone_ids) > 0],
    )
  }
}
