# A site at AWS under CloudFront's own name: the shortest way to a page. docs/deploy.md adds a domain.
environment   = "prod"
site          = "aws"
backup_bucket = "none" # or a bucket in aws_region
cors_origins  = ["https://example.com"]
alarm_emails  = ["ops@example.com"]

settings = {
  UPTIME_KUMA_URL = "https://uptime.example.com"
}

# The values come by TF_VAR_secrets; raise a number when its value changed.
secret_versions = {
  UPTIME_KUMA_API_KEY = 1
}
