# Each validation refuses what it should; a run passes only if every variable it lists was refused.
mock_provider "digitalocean" {}

variables {
  name          = "elytra-status-test"
  region        = "nyc3"
  status_bucket = "example-status"
  backup_bucket = "example-backups"
  domain        = "status.example.com"
  zone          = "example.com"
  cors_origins  = ["https://example.com"]
  alert_emails  = ["ops@example.com"]
}

run "refused_first" {
  command = plan

  variables {
    certificate_name = "a certificate"
    name             = "Elytra"
    region           = "nyc1"
    status_bucket    = "status.example.com"
    domain           = "https://status.example.com"
    cors_origins     = ["https://example.com/"]
    cdn_ttl_seconds  = 300
    alert_emails     = []
  }

  expect_failures = [
    var.certificate_name,
    var.name,
    var.region,
    var.status_bucket,
    var.domain,
    var.cors_origins,
    var.cdn_ttl_seconds,
    var.alert_emails,
  ]
}

run "refused_second" {
  command = plan

  variables {
    name            = "x"
    status_bucket   = "https://example-status"
    domain          = "https://status.example.com"
    cors_origins    = []
    cdn_ttl_seconds = 3600
    alert_emails    = ["ops"]
  }

  expect_failures = [
    var.name,
    var.status_bucket,
    var.domain,
    var.cors_origins,
    var.cdn_ttl_seconds,
    var.alert_emails,
  ]
}

run "refused_third" {
  command = plan

  variables {
    zone          = "example.org"
    backup_bucket = "example-status"
    cors_origins  = ["*", "https://example.com"]
  }

  expect_failures = [
    var.backup_bucket,
    var.zone,
    var.cors_origins,
  ]
}

run "refused_fourth" {
  command = plan

  variables {
    backup_bucket = "Backups"
    cors_origins  = ["http://example.com"]
  }

  expect_failures = [
    var.backup_bucket,
    var.cors_origins,
  ]
}
