variable "name" {
  description = "Prefix of the names, such as elytra-status-prod."
  type        = string
}

variable "domain" {
  description = "Full name of the site, such as status.example.com; empty: the name that CloudFront gives."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^(([a-z0-9-]+\\.)+[a-z]{2,})?$", var.domain))
    error_message = "Allowed is a full name in small letters, without a dot at its end; or nothing."
  }
}

variable "route53_zone_id" {
  description = "Route 53 zone of the domain; empty: its DNS is elsewhere."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^([A-Z0-9]{8,32})?$", var.route53_zone_id))
    error_message = "Allowed is the id of a Route 53 zone, such as Z0123456789ABCDEFGHIJ; or nothing."
  }
}

variable "certificate_issued" {
  description = "With DNS elsewhere: true once the validation record of the output dns_records exists and ACM issued the certificate."
  type        = bool
  default     = false
}

variable "cors_origins" {
  description = "Sites whose pages may fetch the status, such as https://example.com; or * alone."
  type        = set(string)

  validation {
    condition = length(var.cors_origins) > 0 && (
      var.cors_origins == toset(["*"])
      || alltrue([for origin in var.cors_origins : can(regex("^https://[a-z0-9.-]+(:[0-9]{1,5})?$", origin))])
    )
    error_message = "Allowed are origins as a browser sends them, https://host without a slash at the end; or * alone."
  }
}
