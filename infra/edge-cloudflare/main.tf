# Only where the domain's DNS is at Cloudflare: a root of its own with a state of its own, so that nobody else needs a token.
#
# Without worker_account_id: a plain record that leads to the CDN of Spaces; the page opens at /index.html. The record is not
# proxied: Cloudflare's proxy would send its own host name to Spaces, which picks the bucket by that name.
# With worker_account_id: a Worker (free up to 100,000 requests a day) that fetches from the CDN and maps / to /index.html.

terraform {
  required_version = ">= 1.11"

  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = ">= 5.14, < 6"
    }
  }

  backend "s3" {
    use_lockfile = true
    encrypt      = true
  }
}

# CLOUDFLARE_API_TOKEN comes from the environment; it needs to edit DNS of the one zone and, for the Worker, Workers scripts of the account.
provider "cloudflare" {}

variable "zone_id" {
  description = "Id of the zone at Cloudflare."
  type        = string

  validation {
    condition     = can(regex("^[0-9a-f]{32}$", var.zone_id))
    error_message = "Allowed are the 32 hexadecimal digits of a zone's id."
  }
}

variable "host" {
  description = "Full name of the site, such as status.example.com."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.host))
    error_message = "Allowed is a full name in small letters, without a dot at its end."
  }
}

variable "cdn_endpoint" {
  description = "Endpoint of the Spaces CDN, such as example-status.nyc3.cdn.digitaloceanspaces.com."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+\\.[a-z0-9]+\\.cdn\\.digitaloceanspaces\\.com$", var.cdn_endpoint))
    error_message = "Allowed is BUCKET.REGION.cdn.digitaloceanspaces.com: the bucket's own address has no certificate for the site's name."
  }
}

variable "worker_account_id" {
  description = "Id of the account at Cloudflare, for the Worker that maps the root address; empty: a plain record."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^([0-9a-f]{32})?$", var.worker_account_id))
    error_message = "Allowed are the 32 hexadecimal digits of an account's id, or nothing."
  }
}

locals {
  worker = var.worker_account_id == "" ? toset([]) : toset(["elytra-status-${replace(var.host, ".", "-")}"])
}

resource "cloudflare_dns_record" "status" {
  for_each = var.worker_account_id == "" ? toset([var.host]) : toset([])

  zone_id = var.zone_id
  name    = each.value
  type    = "CNAME"
  content = var.cdn_endpoint
  ttl     = 300
  proxied = false
  comment = "Public status site; see infra/edge-cloudflare"
}

resource "cloudflare_workers_script" "root" {
  for_each = local.worker

  account_id         = var.worker_account_id
  script_name        = each.value
  main_module        = "root.mjs"
  compatibility_date = "2026-01-01"
  content            = templatefile("${path.module}/root.mjs", { origin = var.cdn_endpoint })
}

# Creates the record of the name and its certificate too.
resource "cloudflare_workers_custom_domain" "root" {
  for_each = local.worker

  account_id = var.worker_account_id
  zone_id    = var.zone_id
  hostname   = var.host
  service    = cloudflare_workers_script.root[each.value].script_name
}
