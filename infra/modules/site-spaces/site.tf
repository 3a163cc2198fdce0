locals {
  # Let's Encrypt and the record both need the domain at DigitalOcean DNS.
  own_dns          = var.certificate_name == "" ? toset([var.domain]) : toset([])
  certificate_name = var.certificate_name == "" ? digitalocean_certificate.status[var.domain].name : var.certificate_name
  # The CDN serves no index document.
  page_url = "https://${var.domain}/${var.maps_root ? "" : "index.html"}"
}

# acl is about listing the bucket: each file is made public when it is written. A bucket policy would do as well, but
# scoped keys and bucket policies exclude each other.
resource "digitalocean_spaces_bucket" "status" {
  name   = var.status_bucket
  region = var.region
  acl    = "private"

  versioning {
    enabled = true
  }

  # Every run writes a version; a week of them is enough to go back to.
  lifecycle_rule {
    id                                     = "expire-old-versions"
    enabled                                = true
    abort_incomplete_multipart_upload_days = 1

    noncurrent_version_expiration {
      days = 7
    }
  }

  lifecycle {
    prevent_destroy = true
    # The provider never reads it back: without this, an import would overwrite the ACL of an adopted bucket.
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

# Read by each plan, so that a misspelt name fails there.
data "digitalocean_spaces_bucket" "backups" {
  for_each = var.backup_bucket == "none" ? toset([]) : toset([var.backup_bucket])

  name   = each.value
  region = var.region
}

# The function's key. Its secret is stored in the state, which is therefore as secret as the key.
resource "digitalocean_spaces_key" "function" {
  for_each = var.create_key ? toset(["function"]) : toset([])

  name = "${var.name}-function"

  grant {
    bucket     = digitalocean_spaces_bucket.status.name
    permission = "readwrite"
  }

  dynamic "grant" {
    for_each = data.digitalocean_spaces_bucket.backups

    content {
      bucket     = grant.value.name
      permission = "read"
    }
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
  custom_domain    = var.domain
  certificate_name = local.certificate_name
}

resource "digitalocean_record" "status" {
  for_each = local.own_dns

  domain = var.zone
  type   = "CNAME"
  name   = trimsuffix(var.domain, ".${var.zone}")
  value  = "${digitalocean_cdn.status.endpoint}."
  ttl    = 300
}

# Checks that the page opens and its certificate is valid; the watchdog checks that it is fresh.
resource "digitalocean_uptime_check" "status" {
  name    = "${var.name}-site"
  target  = local.page_url
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
