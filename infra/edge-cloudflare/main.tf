# Only where the domain's DNS is at Cloudflare: a root of its own with a state of its own, so that nobody else needs a token.
#
# The record is not proxied. Cloudflare's proxy would send its visitors' host name to Spaces, which picks the bucket by that
# name and answers NoSuchBucket; changing the name on the way (a Host override) is sold with the Enterprise plan only. Cache
# rules therefore have nothing to act on; the CDN of Spaces keeps its TTL of 60 s.

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

# CLOUDFLARE_API_TOKEN comes from the environment; it needs to edit DNS of the one zone.
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
  description = "Full name of the site, such as status.elytracloud.com."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.host))
    error_message = "Allowed is a full name in small letters, without a dot at its end."
  }
}

variable "cdn_endpoint" {
  description = "Endpoint of the Spaces CDN, such as elytra-status.nyc3.cdn.digitaloceanspaces.com."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+\\.[a-z0-9]+\\.cdn\\.digitaloceanspaces\\.com$", var.cdn_endpoint))
    error_message = "Allowed is BUCKET.REGION.cdn.digitaloceanspaces.com: the bucket's own address has no certificate for the site's name."
  }
}

resource "cloudflare_dns_record" "status" {
  zone_id = var.zone_id
  name    = var.host
  type    = "CNAME"
  content = var.cdn_endpoint
  ttl     = 300
  proxied = false
  comment = "Public status site; see infra/edge-cloudflare"
}
