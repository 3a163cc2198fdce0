variable "name" {
  description = "Prefix of the names of key, certificate and uptime check, such as elytra-status-prod."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,38}[a-z0-9]$", var.name))
    error_message = "Allowed are 4 to 40 of a-z, 0-9 and '-', beginning with a letter."
  }
}

variable "region" {
  description = "Region of both Spaces buckets, the site's and the backups'."
  type        = string

  validation {
    condition     = contains(["ams3", "atl1", "blr1", "fra1", "lon1", "nyc3", "sfo2", "sfo3", "sgp1", "syd1", "tor1"], var.region)
    error_message = "Allowed is a region that has Spaces, such as nyc3."
  }
}

variable "status_bucket" {
  description = "Bucket of the public site. Never change it in place: the provider would move the settings to a bucket that does not exist."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.status_bucket))
    error_message = "Allowed are 3 to 63 of a-z, 0-9 and '-'. No dots: they break the certificate of the bucket's own address."
  }
}

variable "backup_bucket" {
  description = "Existing bucket of the backups, or none. Terraform lets the function's key read it, nothing else."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.backup_bucket))
    error_message = "Allowed is the bare name of a bucket: 3 to 63 of a-z, 0-9, '-' and '.'."
  }

  validation {
    condition     = var.backup_bucket != var.status_bucket
    error_message = "The backups are in the bucket of the public site: the function refuses to run like that."
  }
}

variable "zone" {
  description = "Zone of the domain at DigitalOcean DNS, such as example.com; not used with certificate_name."
  type        = string

  validation {
    condition     = var.certificate_name != "" || (can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.zone)) && endswith(var.domain, ".${var.zone}"))
    error_message = "Allowed is the zone that holds the domain, in small letters, without a dot at its end."
  }
}

variable "domain" {
  description = "Full name of the site, such as status.example.com."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.domain))
    error_message = "Allowed is a full name in small letters, without a dot at its end."
  }
}

variable "certificate_name" {
  description = "Certificate uploaded to DigitalOcean, where the domain's DNS is elsewhere; neither certificate nor record is made then. Empty: both are."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^[a-zA-Z0-9.-]*$", var.certificate_name))
    error_message = "Allowed is the name of a certificate: a-z, A-Z, 0-9, '-' and '.'; or nothing."
  }
}

variable "cors_origins" {
  description = "Sites whose pages may fetch the status, such as https://elytracloud.com; or * alone."
  type        = set(string)

  validation {
    condition = length(var.cors_origins) > 0 && (
      var.cors_origins == toset(["*"])
      || alltrue([for origin in var.cors_origins : can(regex("^https://[a-z0-9.-]+(:[0-9]{1,5})?$", origin))])
    )
    error_message = "Allowed are origins as a browser sends them, https://host without a slash at the end; or * alone."
  }
}

variable "cdn_ttl_seconds" {
  description = "Seconds for which the CDN answers without asking the bucket."
  type        = number
  default     = 60

  validation {
    condition     = contains([60, 600], var.cdn_ttl_seconds)
    error_message = "Allowed is 60 or 600. The API also takes 3600, 86400 and 604800, which are longer than the page may be old, and nothing in between."
  }
}

variable "alert_emails" {
  description = "Mail addresses of DigitalOcean's alerts; each must belong to the team and be confirmed."
  type        = list(string)

  validation {
    condition     = length(var.alert_emails) > 0 && alltrue([for address in var.alert_emails : can(regex("^[^@ ,;<>]+@[^@ ,;<>]+\\.[^@ ,;<>]+$", address))])
    error_message = "Allowed are one or more mail addresses."
  }
}

variable "create_key" {
  description = "false: the key of the storage is handed in, because a bucket with a policy refuses scoped keys."
  type        = bool
  default     = true
}

variable "maps_root" {
  description = "Whether something in front of the CDN maps the root address to index.html."
  type        = bool
  default     = false
}
