mock_provider "cloudflare" {}

variables {
  zone_id      = "0123456789abcdef0123456789abcdef"
  host         = "status.example.com"
  cdn_endpoint = "example-status.nyc3.cdn.digitaloceanspaces.com"
}

run "record" {
  command = plan

  assert {
    condition = (
      cloudflare_dns_record.status["status.example.com"].type == "CNAME"
      && cloudflare_dns_record.status["status.example.com"].name == "status.example.com"
      && cloudflare_dns_record.status["status.example.com"].content == "example-status.nyc3.cdn.digitaloceanspaces.com"
      && !cloudflare_dns_record.status["status.example.com"].proxied
    )
    error_message = "The name does not lead to the CDN, or through a proxy that Spaces refuses."
  }
}

run "worker" {
  command = plan

  variables {
    worker_account_id = "fedcba9876543210fedcba9876543210"
  }

  assert {
    condition = (
      length(cloudflare_dns_record.status) == 0
      && strcontains(one(values(cloudflare_workers_script.root)).content, "https://example-status.nyc3.cdn.digitaloceanspaces.com")
      && strcontains(one(values(cloudflare_workers_script.root)).content, "path === '/' ? '/index.html' : path")
      && one(values(cloudflare_workers_custom_domain.root)).hostname == "status.example.com"
    )
    error_message = "The root address opens nothing."
  }
}

run "refused" {
  command = plan

  variables {
    zone_id           = "example.com"
    host              = "https://status.example.com"
    cdn_endpoint      = "example-status.nyc3.digitaloceanspaces.com"
    worker_account_id = "me"
  }

  expect_failures = [
    var.worker_account_id,
    var.zone_id,
    var.host,
    var.cdn_endpoint,
  ]
}
