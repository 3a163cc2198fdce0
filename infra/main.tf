data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  name      = "elytra-status-${var.environment}"
  partition = data.aws_partition.current.partition
  account   = data.aws_caller_identity.current.account_id

  boundary = var.permissions_boundary == "" ? null : "arn:${local.partition}:iam::${local.account}:policy/${var.permissions_boundary}"

  # The watchdog gets its channels, their language and nothing else: it must not be able to publish what it does not know.
  channel_settings = ["SENDGRID_FROM_EMAIL", "SENDGRID_ADMIN_EMAIL", "SITE_LANGUAGE"]
  channel_secrets  = ["SENDGRID_API_KEY", "SLACK_WEBHOOK_URL", "ALERT_WEBHOOK_URL", "HEARTBEAT_URL"]
  # The heartbeat is the watchdog's alone: called by both, it would stop only when both are silent.
  not_for_status = ["HEARTBEAT_URL", "TRIGGER_TOKEN"]

  on_aws = var.site == "aws"

  creates_key = !local.on_aws && !contains(keys(var.secret_versions), "SPACES_ACCESS_KEY")
  created_key = local.creates_key ? {
    SPACES_ACCESS_KEY = one(module.site_spaces[*].access_key)
    SPACES_SECRET_KEY = one(module.site_spaces[*].secret_key)
  } : {}
  # A new key has a new id, so a number made from the id changes with the key.
  key_number = local.creates_key ? parseint(substr(sha256(one(module.site_spaces[*].access_key)), 0, 7), 16) + 1 : 0
  created_versions = {
    for name in local.creates_key ? ["SPACES_ACCESS_KEY", "SPACES_SECRET_KEY"] : [] : name => local.key_number
  }

  status_url = local.on_aws ? one(module.site_aws[*].status_url) : one(module.site_spaces[*].status_url)

  # At AWS everything is accessed with the function's role, elsewhere with a key.
  storage = local.on_aws ? {
    SPACES_ENDPOINT   = "https://s3.${var.aws_region}.amazonaws.com"
    STATUS_BUCKET     = one(module.site_aws[*].bucket)
    STATUS_BUCKET_ACL = "none"
    } : {
    SPACES_ENDPOINT   = one(module.site_spaces[*].endpoint)
    STATUS_BUCKET     = one(module.site_spaces[*].bucket)
    STATUS_BUCKET_ACL = "public-read"
  }
}

module "site_aws" {
  count  = local.on_aws ? 1 : 0
  source = "./modules/site-aws"
  providers = {
    aws           = aws
    aws.us_east_1 = aws.us_east_1
  }

  name               = local.name
  domain             = var.domain
  route53_zone_id    = var.route53_zone_id
  certificate_issued = var.certificate_issued
  cors_origins       = var.cors_origins
}

module "site_spaces" {
  count  = local.on_aws ? 0 : 1
  source = "./modules/site-spaces"

  name             = local.name
  region           = var.spaces_region
  status_bucket    = var.status_bucket
  backup_bucket    = var.backup_bucket
  create_key       = local.creates_key
  domain           = var.domain
  zone             = var.zone
  certificate_name = var.certificate_name
  maps_root        = var.cloudflare_worker
  cors_origins     = var.cors_origins
  alert_emails     = tolist(var.alarm_emails)
}

module "status" {
  source = "./modules/function"

  name                 = local.name
  entry                = "status"
  package_file         = var.package_file
  runtime              = var.runtime
  memory_mb            = var.memory_mb
  every_minutes        = var.schedule_minutes
  reserved_concurrency = var.reserved_concurrency
  log_retention_days   = var.log_retention_days
  alarm_emails         = var.alarm_emails
  enabled              = var.schedule_enabled
  permissions_boundary = local.boundary
  site_bucket_arn      = local.on_aws ? one(module.site_aws[*].bucket_arn) : ""
  backup_bucket_arn    = local.on_aws && var.backup_bucket != "none" ? "arn:${local.partition}:s3:::${var.backup_bucket}" : ""
  reads_triggers       = var.kuma_webhook

  environment = merge(var.settings, local.storage, {
    STATUS_PUBLIC_URL = local.status_url
    BACKUP_BUCKET     = var.backup_bucket
  })

  secrets         = merge(var.secrets, local.created_key)
  secret_versions = merge({ for name, number in var.secret_versions : name => number if !contains(local.not_for_status, name) }, local.created_versions)
}

module "watchdog" {
  source    = "./modules/function"
  providers = { aws = aws.watchdog }

  name                 = "${local.name}-watchdog"
  entry                = "watchdog"
  package_file         = var.package_file
  runtime              = var.runtime
  memory_mb            = var.memory_mb
  every_minutes        = 5
  offset_minutes       = 3
  reserved_concurrency = var.reserved_concurrency
  log_retention_days   = var.log_retention_days
  alarm_emails         = var.alarm_emails
  enabled              = var.schedule_enabled
  permissions_boundary = local.boundary

  environment = merge(
    { for name, value in var.settings : name => value if contains(local.channel_settings, name) },
    { STATUS_PUBLIC_URL = local.status_url },
  )

  secrets         = var.secrets
  secret_versions = { for name, number in var.secret_versions : name => number if contains(local.channel_secrets, name) }
}

module "webhook" {
  count  = var.kuma_webhook ? 1 : 0
  source = "./modules/webhook"

  name                 = local.name
  status_alias_arn     = module.status.alias_arn
  alarms_topic_arn     = module.status.alarms_topic_arn
  package_file         = var.package_file
  runtime              = var.runtime
  reserved_concurrency = var.reserved_concurrency
  log_retention_days   = var.log_retention_days
  enabled              = var.schedule_enabled
  permissions_boundary = local.boundary
  token                = lookup(var.secrets, "TRIGGER_TOKEN", "")
  token_version        = lookup(var.secret_versions, "TRIGGER_TOKEN", 1)
}
