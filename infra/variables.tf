variable "environment" {
  description = "Which of several installations this is, such as prod; a part of every name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,11}$", var.environment))
    error_message = "Allowed are 2 to 12 of a-z and 0-9, beginning with a letter."
  }
}

variable "aws_region" {
  description = "Region of the status function."
  type        = string
  default     = "us-east-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.aws_region))
    error_message = "Allowed is a region of AWS, such as us-east-1."
  }
}

variable "watchdog_region" {
  description = "Region of the watchdog; another one than the status function's, if it is to outlive that."
  type        = string
  default     = "us-west-2"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.watchdog_region))
    error_message = "Allowed is a region of AWS, such as us-west-2."
  }
}

variable "package_file" {
  description = "Path of function.zip, as the build made it."
  type        = string
  default     = "../target/function.zip"
}

variable "runtime" {
  description = "Managed Java runtime of Lambda."
  type        = string
  default     = "java21"
}

variable "memory_mb" {
  description = "Memory of each function in MB."
  type        = number
  default     = 1024
}

variable "reserved_concurrency" {
  description = "1 lets no two runs overlap; -1 for accounts whose limit is too low to reserve from."
  type        = number
  default     = 1
}

variable "settings" {
  description = "Settings of the status function without secrets, by their names in .env.example. Addresses and buckets are set here."
  type        = map(string)

  validation {
    condition = length(setintersection(keys(var.settings), [
      "SPACES_ENDPOINT", "SPACES_REGION", "STATUS_BUCKET", "STATUS_BUCKET_KEY", "STATUS_PUBLIC_URL", "BACKUP_BUCKET", "OUTPUT_DIR", "OUTPUT_FILE",
    ])) == 0
    error_message = "Endpoint, buckets and public address follow from the other variables."
  }
}

variable "secrets" {
  description = "Secret settings as JSON, by TF_VAR_secrets: {\"UPTIME_KUMA_API_KEY\":\"...\"}. The storage's key is made here and is not among them."
  type        = map(string)
  ephemeral   = true
  sensitive   = true
}

variable "secret_versions" {
  description = "Which secrets there are, and a number for each; raise it when the value changed."
  type        = map(number)

  validation {
    condition     = length(setintersection(keys(var.secret_versions), ["SPACES_ACCESS_KEY", "SPACES_SECRET_KEY"])) == 0
    error_message = "The storage's key is made here; to change it: terraform apply -replace=module.site.digitalocean_spaces_key.function"
  }
}

variable "spaces_region" {
  description = "Region of the Spaces buckets."
  type        = string
  default     = "nyc3"
}

variable "status_bucket" {
  description = "Bucket of the public site. Never change it in place."
  type        = string
}

variable "backup_bucket" {
  description = "Existing bucket of the backups."
  type        = string
}

variable "zone" {
  description = "Domain of the site, such as elytracloud.com."
  type        = string
}

variable "hostname" {
  description = "Name of the site in that domain."
  type        = string
  default     = "status"
}

variable "certificate_name" {
  description = "Uploaded certificate, where the domain's DNS is not at DigitalOcean; see edge-cloudflare."
  type        = string
  default     = ""
}

variable "cors_origins" {
  description = "Sites whose pages may fetch the status; or * alone."
  type        = set(string)
}

variable "alarm_emails" {
  description = "Who is told when an alarm rings, at AWS and at DigitalOcean."
  type        = set(string)
}

variable "log_retention_days" {
  description = "Days for which logs are kept."
  type        = number
  default     = 30
}

variable "schedule_enabled" {
  description = "false pauses both functions and their alarms."
  type        = bool
  default     = true
}

variable "pinned_versions" {
  description = "After a roll-back: the version each function goes on to serve; empty: the newest."
  type        = object({ status = optional(string, ""), watchdog = optional(string, "") })
  default     = {}
}
