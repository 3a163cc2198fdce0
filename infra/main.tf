locals {
  name = "elytra-status-${var.environment}"

  # The watchdog is given its channels and nothing else: it must not be able to tell what it does not know.
  channel_settings = ["SENDGRID_FROM_EMAIL", "SENDGRID_ADMIN_EMAIL"]
  channel_secrets  = ["SENDGRID_API_KEY", "SLACK_WEBHOOK_URL", "ALERT_WEBHOOK_URL", "HEARTBEAT_URL"]

  # A new key has a new id, so a number made from the id changes by itself whenever the key does.
  key_version = parseint(substr(sha256(module.site.access_key), 0, 7), 16) + 1
}

module "site" {
  source = "./modules/site"

  name             = local.name
  region           = var.spaces_region
  status_bucket    = var.status_bucket
  backup_bucket    = var.backup_bucket
  zone             = var.zone
  hostname         = var.hostname
  certificate_name = var.certificate_name
  cors_origins     = var.cors_origins
  alert_emails     = tolist(var.alarm_emails)
}

module "status" {
  source = "./modules/function"

  name                 = local.name
  serves               = "status"
  package_file         = var.package_file
  runtime              = var.runtime
  memory_mb            = var.memory_mb
  reserved_concurrency = var.reserved_concurrency
  log_retention_days   = var.log_retention_days
  alarm_emails         = var.alarm_emails
  enabled              = var.schedule_enabled
  pinned_version       = var.pinned_versions.status

  environment = merge(var.settings, {
    SPACES_ENDPOINT   = module.site.endpoint
    STATUS_BUCKET     = var.status_bucket
    STATUS_PUBLIC_URL = module.site.status_url
    BACKUP_BUCKET     = var.backup_bucket
  })

  secrets = merge(var.secrets, {
    SPACES_ACCESS_KEY = module.site.access_key
    SPACES_SECRET_KEY = module.site.secret_key
  })

  # The dead man's switch is the watchdog's alone: called by both, it would ring only when both are silent.
  secret_versions = merge({ for name, number in var.secret_versions : name => number if name != "HEARTBEAT_URL" }, {
    SPACES_ACCESS_KEY = local.key_version
    SPACES_SECRET_KEY = local.key_version
  })
}

module "watchdog" {
  source    = "./modules/function"
  providers = { aws = aws.watchdog }

  name                 = "${local.name}-watchdog"
  serves               = "watchdog"
  package_file         = var.package_file
  runtime              = var.runtime
  memory_mb            = var.memory_mb
  every_minutes        = 5
  offset_minutes       = 3
  reserved_concurrency = var.reserved_concurrency
  log_retention_days   = var.log_retention_days
  alarm_emails         = var.alarm_emails
  enabled              = var.schedule_enabled
  pinned_version       = var.pinned_versions.watchdog

  environment = merge(
    { for name, value in var.settings : name => value if contains(local.channel_settings, name) },
    { STATUS_PUBLIC_URL = module.site.status_url },
  )

  secrets         = var.secrets
  secret_versions = { for name, number in var.secret_versions : name => number if contains(local.channel_secrets, name) }
}
