variable "environment" {
  description = "Name of this installation, such as prod; part of every name, so that several fit one account."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,11}$", var.environment))
    error_message = "Allowed are 2 to 12 of a-z and 0-9, beginning with a letter."
  }
}

variable "aws_region" {
  description = "Region of the status function, and of the site's bucket at AWS."
  type        = string
  default     = "us-east-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.aws_region))
    error_message = "Allowed is a region of AWS, such as us-east-1."
  }
}

variable "watchdog_region" {
  description = "Region of the watchdog; another one than the status function's, so that it outlives that."
  type        = string
  default     = "us-west-2"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.watchdog_region))
    error_message = "Allowed is a region of AWS, such as us-west-2."
  }
}

variable "package_file" {
  description = "Path of function.zip, from a release or the build."
  type        = string
  default     = "../target/function.zip"
}

variable "runtime" {
  description = "Managed Java runtime of Lambda. java25 needs version 6.20 or later of the AWS provider; with an older one set java21."
  type        = string
  default     = "java25"
}

variable "memory_mb" {
  description = "Memory of each function in MB."
  type        = number
  default     = 1024
}

variable "reserved_concurrency" {
  description = "Runs of each function at the same time at most. -1 reserves nothing; accounts with a low limit cannot reserve."
  type        = number
  default     = -1
}

variable "schedule_minutes" {
  description = "Minutes between two runs, 1 to 60. docs/cost.md has the price of each."
  type        = number
  default     = 10
}

variable "schedule_enabled" {
  description = "false pauses the functions and their alarms."
  type        = bool
  default     = true
}

variable "kuma_webhook" {
  description = "true: Uptime Kuma starts a run by webhook. Needs the secret TRIGGER_TOKEN."
  type        = bool
  default     = false

  validation {
    condition     = !var.kuma_webhook || contains(keys(var.secret_versions), "TRIGGER_TOKEN")
    error_message = "kuma_webhook needs TRIGGER_TOKEN in secrets and secret_versions. Create a value: openssl rand -hex 32"
  }
}

variable "settings" {
  description = "Settings of the status function without secrets, by their names in .env.example. Addresses and buckets follow from the other variables."
  type        = map(string)

  validation {
    condition = length(setintersection(keys(var.settings), [
      "SPACES_ENDPOINT", "SPACES_REGION", "STATUS_BUCKET", "STATUS_BUCKET_ACL", "STATUS_BUCKET_KEY",
      "STATUS_PUBLIC_URL", "BACKUP_BUCKET", "OUTPUT_DIR", "OUTPUT_FILE",
    ])) == 0
    error_message = "Endpoint, buckets and public address follow from the other variables."
  }
}

variable "secrets" {
  description = "Secret settings as JSON, by TF_VAR_secrets: {\"UPTIME_KUMA_API_KEY\":\"...\"}. They reach SSM only, neither plan nor state."
  type        = map(string)
  ephemeral   = true
  sensitive   = true
}

variable "secret_versions" {
  description = "Names of the secrets, each with a number; raise it when the value changed."
  type        = map(number)

  validation {
    condition     = contains([0, 2], length(setintersection(keys(var.secret_versions), ["SPACES_ACCESS_KEY", "SPACES_SECRET_KEY"])))
    error_message = "Allowed are both SPACES_ACCESS_KEY and SPACES_SECRET_KEY, or neither."
  }
}

variable "site" {
  description = "Storage of the site: aws (S3 and CloudFront, recommended) or spaces (DigitalOcean Spaces and its CDN)."
  type        = string
  default     = "aws"

  validation {
    condition     = contains(["aws", "spaces"], var.site)
    error_message = "Allowed is aws or spaces."
  }
}

variable "domain" {
  description = "Full name of the site, such as status.example.com; with site = aws empty for the name that CloudFront gives."
  type        = string
  default     = ""

  validation {
    condition     = var.site == "aws" || var.domain != ""
    error_message = "With site = spaces the domain of the site is required."
  }
}

variable "route53_zone_id" {
  description = "site = aws: Route 53 zone of the domain; empty if its DNS is elsewhere: the output dns_records then lists what to create."
  type        = string
  default     = ""
}

variable "certificate_issued" {
  description = "site = aws with DNS elsewhere: true once the first of dns_records exists and the certificate was issued."
  type        = bool
  default     = false
}

variable "spaces_region" {
  description = "site = spaces: region of the buckets."
  type        = string
  default     = "nyc3"
}

variable "status_bucket" {
  description = "site = spaces: bucket of the site. Never change it in place. (site = aws makes its name itself.)"
  type        = string
  default     = ""
}

variable "zone" {
  description = "site = spaces: zone of the domain at DigitalOcean DNS, such as example.com."
  type        = string
  default     = ""
}

variable "certificate_name" {
  description = "site = spaces: certificate uploaded to DigitalOcean, where the domain's DNS is elsewhere; see edge-cloudflare."
  type        = string
  default     = ""
}

variable "cloudflare_worker" {
  description = "site = spaces: true if the Worker of edge-cloudflare maps the root address to index.html."
  type        = bool
  default     = false
}

variable "backup_bucket" {
  description = "Existing bucket of the backups, where the site is: at AWS or in spaces_region; none if there are no backups to show."
  type        = string
}

variable "cors_origins" {
  description = "Sites whose pages may fetch the status, such as https://example.com; or * alone."
  type        = set(string)
}

variable "alarm_emails" {
  description = "Mail addresses of the alarms and the budget; each confirms once for each region."
  type        = set(string)

  validation {
    condition     = length(var.alarm_emails) > 0
    error_message = "Allowed are one or more mail addresses: alarms without a reader are no alarms."
  }
}

variable "monthly_budget_usd" {
  description = "Budget at AWS per month in US dollars; a mail is sent at 80 % and when the forecast exceeds it. 0: none."
  type        = number
  default     = 10

  validation {
    condition     = var.monthly_budget_usd >= 0
    error_message = "Allowed is a number from 0."
  }
}

variable "log_retention_days" {
  description = "Days for which logs are kept."
  type        = number
  default     = 30
}

variable "permissions_boundary" {
  description = "Name of the policy that bounds every role, as bootstrap makes it; empty if bootstrap was not applied in this account."
  type        = string
  default     = "elytra-status-boundary"
}
