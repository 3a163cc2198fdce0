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
      cloudflare_dns_record.status.type == "CNAME"
      && cloudflare_dns_record.status.name == "status.example.com"
      && cloudflare_dns_record.status.content == "example-status.nyc3.cdn.digitaloceanspaces.com"
      && !cloudflare_dns_record.status.proxied
    )
    error_message = "The name does not lead to the CDN, or through a proxy that Spaces refuses."
  }
}

run "refused" {
  command = plan

  variables {
    zone_id      = "example.com"
    host         = "https://status.example.com"
    cdn_endpoint = "example-status.nyc3.digitaloceanspaces.com"
  }

  expect_failures = [
    var.zone_id,
    var.host,
    var.cdn_endpoint,
  ]
}
