locals {
  host = "${var.hostname}.${var.zone}"
  # Let's Encrypt and the record both need the domain at DigitalOcean DNS; elsewhere both are somebody else's.
  own_dns          = var.certificate_name == "" ? toset([local.host]) : toset([])
  certificate_name = var.certificate_name == "" ? digitalocean_certificate.status[local.host].name : var.certificate_name
}

# acl is about listing the bucket: the files are made public one by one, as they are written. A bucket policy would do it
# too, but a scoped key and a bucket policy exclude each other.
resource "digitalocean_spaces_bucket" "status" {
  name   = var.status_bucket
  region = var.region
  acl    = "private"

  versioning {
    enabled = true
  }

  # 144 runs a day write 144 versions; a week of them is enough to go back to.
  lifecycle_rule {
    id                                     = "forget-old-versions"
    enabled                                = true
    abort_incomplete_multipart_upload_days = 1

    noncurrent_version_expiration {
      days = 7
    }
  }

  lifecycle {
    prevent_destroy = true
    # Never read back: without this, an adopted bucket's own would be overwritten at every import.
    ignore_changes = [acl]
  }
}

resource "digitalocean_spaces_bucket_cors_configuration" "status" {
  bucket = digitalocean_spaces_bucket.status.name
  region = var.region

  cors_rule {
    id              = "pages-that-show-the-status"
    allowed_methods = ["GET", "HEAD"]
    allowed_origins = var.cors_origins
    max_age_seconds = 3600
  }

  lifecycle {
    prevent_destroy = true
  }
}

# Asked for at each plan, so that a misspelt name fails there and not in the night.
data "digitalocean_spaces_bucket" "backups" {
  name   = var.backup_bucket
  region = var.region
}

# The function's key. Its secret lies in the state, which is therefore as secret as the key.
resource "digitalocean_spaces_key" "function" {
  name = "${var.name}-function"

  grant {
    bucket     = digitalocean_spaces_bucket.status.name
    permission = "readwrite"
  }

  grant {
    bucket     = data.digitalocean_spaces_bucket.backups.name
    permission = "read"
  }
}

resource "digitalocean_certificate" "status" {
  for_each = local.own_dns

  name    = "${var.name}-${replace(each.value, ".", "-")}"
  type    = "lets_encrypt"
  domains = [each.value]

  lifecycle {
    create_before_destroy = true
  }
}

resource "digitalocean_cdn" "status" {
  origin           = digitalocean_spaces_bucket.status.bucket_domain_name
  ttl              = var.cdn_ttl_seconds
  custom_domain    = local.host
  certificate_name = local.certificate_name
}

resource "digitalocean_record" "status" {
  for_each = local.own_dns

  domain = var.zone
  type   = "CNAME"
  name   = var.hostname
  value  = "${digitalocean_cdn.status.endpoint}."
  ttl    = 300
}

# Sees whether the site answers and its certificate is good, not whether it is fresh: that is the watchdog's.
resource "digitalocean_uptime_check" "status" {
  name    = "${var.name}-site"
  target  = "https://${local.host}/status.json"
  type    = "https"
  regions = ["us_east", "eu_west"]
}

resource "digitalocean_uptime_alert" "down" {
  name     = "${var.name}-down"
  check_id = digitalocean_uptime_check.status.id
  type     = "down_global"
  period   = "5m"

  notifications {
    email = var.alert_emails
  }
}

resource "digitalocean_uptime_alert" "certificate" {
  name       = "${var.name}-certificate"
  check_id   = digitalocean_uptime_check.status.id
  type       = "ssl_expiry"
  comparison = "less_than"
  threshold  = 14
  period     = "2m"

  notifications {
    email = var.alert_emails
  }
}
