# Plans with a mocked provider: what it would be asked for. prevent_destroy allows no mocked apply.
mock_provider "digitalocean" {
  override_during = plan

  mock_resource "digitalocean_spaces_bucket" {
    defaults = { bucket_domain_name = "example-status.nyc3.digitaloceanspaces.com" }
  }
  mock_resource "digitalocean_cdn" {
    defaults = { endpoint = "example-status.nyc3.cdn.digitaloceanspaces.com" }
  }
  mock_resource "digitalocean_spaces_key" {
    defaults = { access_key = "an-id", secret_key = "a-secret" }
  }
  mock_resource "digitalocean_uptime_check" {
    defaults = { id = "a-check" }
  }
}

variables {
  name          = "elytra-status-test"
  region        = "nyc3"
  status_bucket = "example-status"
  backup_bucket = "example-backups"
  domain        = "status.example.com"
  zone          = "example.com"
  cors_origins  = ["https://example.com", "https://www.example.com"]
  alert_emails  = ["ops@example.com"]
}

run "bucket" {
  command = plan

  assert {
    condition     = digitalocean_spaces_bucket.status.acl == "private" && digitalocean_spaces_bucket.status.versioning[0].enabled
    error_message = "Everyone may list the bucket, or an older status cannot be brought back."
  }

  assert {
    condition     = [for rule in digitalocean_spaces_bucket_cors_configuration.status.cors_rule : [rule.allowed_methods, rule.allowed_origins]] == [[toset(["GET", "HEAD"]), toset(["https://example.com", "https://www.example.com"])]]
    error_message = "Pages may do more than read, or others than ours may."
  }
}

run "key" {
  command = plan

  assert {
    condition = toset([for grant in digitalocean_spaces_key.function["function"].grant : "${grant.permission} ${grant.bucket}"]) == toset([
      "readwrite example-status",
      "read example-backups",
    ])
    error_message = "The function's key may do more, or less, than write the site and read the backups."
  }
}

run "address" {
  command = plan

  assert {
    condition = (
      digitalocean_cdn.status.ttl == 60
      && digitalocean_cdn.status.custom_domain == "status.example.com"
      && digitalocean_cdn.status.origin == "example-status.nyc3.digitaloceanspaces.com"
      && digitalocean_cdn.status.certificate_name == digitalocean_certificate.status["status.example.com"].name
      && digitalocean_certificate.status["status.example.com"].domains == toset(["status.example.com"])
    )
    error_message = "The site's address does not lead to the bucket, or not by its own certificate, or too late."
  }

  assert {
    condition = (
      digitalocean_record.status["status.example.com"].type == "CNAME"
      && digitalocean_record.status["status.example.com"].name == "status"
      && digitalocean_record.status["status.example.com"].domain == "example.com"
      && digitalocean_record.status["status.example.com"].value == "example-status.nyc3.cdn.digitaloceanspaces.com."
    )
    error_message = "The name does not lead to the CDN; without the dot at its end the domain is appended."
  }

  assert {
    condition = (
      output.page_url == "https://status.example.com/index.html"
      && output.status_url == "https://status.example.com/status.json"
      && output.origin_url == "https://example-status.nyc3.digitaloceanspaces.com/status.json"
      && output.endpoint == "https://nyc3.digitaloceanspaces.com"
    )
    error_message = "The function is told other addresses than visitors are."
  }
}

run "check" {
  command = plan

  assert {
    condition     = digitalocean_uptime_check.status.target == "https://status.example.com/index.html" && digitalocean_uptime_check.status.type == "https"
    error_message = "Something else is watched."
  }

  assert {
    condition = (
      digitalocean_uptime_alert.down.type == "down_global"
      && digitalocean_uptime_alert.certificate.type == "ssl_expiry"
      && digitalocean_uptime_alert.certificate.comparison == "less_than"
      && digitalocean_uptime_alert.certificate.threshold == 14
      && alltrue([for alert in [digitalocean_uptime_alert.down, digitalocean_uptime_alert.certificate] : alert.notifications[0].email == tolist(["ops@example.com"]) && alert.check_id == "a-check"])
    )
    error_message = "Nobody is told, or of something else."
  }
}

run "any_site_may_show_it" {
  command = plan

  variables {
    cors_origins = ["*"]
  }

  assert {
    condition     = [for rule in digitalocean_spaces_bucket_cors_configuration.status.cors_rule : rule.allowed_origins] == [toset(["*"])]
    error_message = "A public file cannot be offered to everyone."
  }
}

run "dns_elsewhere" {
  command = plan

  variables {
    certificate_name = "uploaded"
  }

  assert {
    condition     = length(digitalocean_certificate.status) == 0 && length(digitalocean_record.status) == 0 && digitalocean_cdn.status.certificate_name == "uploaded"
    error_message = "A record or a certificate is made in a zone that is not there."
  }
}

run "a_key_that_is_handed_in" {
  command = plan

  variables {
    create_key = false
  }

  assert {
    condition     = length(digitalocean_spaces_key.function) == 0 && output.access_key == null
    error_message = "A scoped key is made although one is handed in."
  }
}

run "no_backups_behind_a_worker" {
  command = plan

  variables {
    backup_bucket = "none"
    maps_root     = true
  }

  assert {
    condition     = toset([for grant in digitalocean_spaces_key.function["function"].grant : "${grant.permission} ${grant.bucket}"]) == toset(["readwrite example-status"])
    error_message = "A bucket called none is read."
  }

  assert {
    condition     = output.page_url == "https://status.example.com/"
    error_message = "The worker maps the root address, and yet another one is printed."
  }
}
