variable "name" {
  description = "Name of the status function; the trigger is called after it."
  type        = string
}

variable "status_alias_arn" {
  description = "Alias of the status function that reads the queue."
  type        = string
}

variable "alarms_topic_arn" {
  description = "Topic of the alarms."
  type        = string
}

variable "package_file" {
  description = "Path of function.zip."
  type        = string
}

variable "runtime" {
  description = "Managed Java runtime of Lambda."
  type        = string
}

variable "reserved_concurrency" {
  description = "Requests at the same time at most, taken from the limit of the account; -1 reserves nothing."
  type        = number
  default     = -1
}

variable "log_retention_days" {
  description = "Days for which the log is kept."
  type        = number
  default     = 30
}

variable "enabled" {
  description = "false stops reading the queue."
  type        = bool
  default     = true
}

variable "permissions_boundary" {
  description = "ARN of the permissions boundary of the role; null: none."
  type        = string
  default     = null
}

variable "token" {
  description = "TRIGGER_TOKEN: what Uptime Kuma sends in the header Authorization: Bearer."
  type        = string
  ephemeral   = true
  sensitive   = true

  validation {
    condition     = length(var.token) >= 20 && length(var.token) <= 200
    error_message = "TRIGGER_TOKEN has 20 to 200 characters. Create one: openssl rand -hex 32"
  }
}

variable "token_version" {
  description = "Number of the token; raise it when the value changed."
  type        = number
}
