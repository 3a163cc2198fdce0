environment = "staging"

aws_region      = "us-east-1"
watchdog_region = "us-west-2"

# DigitalOcean Spaces, as the backups are there. For a site at AWS: site = "aws", and no spaces_region, status_bucket, zone.
site          = "spaces"
spaces_region = "nyc3"
status_bucket = "elytra-status-staging"
backup_bucket = "elytra-backups"
domain        = "status-staging.elytracloud.com"
zone          = "elytracloud.com"

cors_origins = ["https://elytracloud.com", "https://www.elytracloud.com"]
alarm_emails = ["ops@elytracloud.com"]

schedule_minutes = 10
kuma_webhook     = false

# Everything of .env.example that is no secret and differs from its default.
settings = {
  UPTIME_KUMA_URL = "https://uptime.elytracloud.com"
}

# The values come by TF_VAR_secrets; raise a number when its value changed.
secret_versions = {
  UPTIME_KUMA_API_KEY = 1
}
