variable "name" {
  description = "Name of the function and prefix of everything that belongs to it, such as elytra-status-prod."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,38}[a-z0-9]$", var.name))
    error_message = "Allowed are 4 to 40 of a-z, 0-9 and '-', beginning with a letter."
  }
}

variable "entry" {
  description = "Funqy export of function.zip: status publishes, watchdog checks what is published."
  type        = string

  validation {
    condition     = contains(["status", "watchdog"], var.entry)
    error_message = "Allowed is status or watchdog."
  }
}

variable "package_file" {
  description = "Path of function.zip, as the build made it."
  type        = string

  validation {
    condition     = endswith(var.package_file, ".zip")
    error_message = "Allowed is the path of a .zip file."
  }
}

variable "runtime" {
  description = "Managed Java runtime of Lambda; java25 needs version 6.20 or later of the AWS provider."
  type        = string

  validation {
    condition     = contains(["java17", "java21", "java25"], var.runtime)
    error_message = "Allowed is java17, java21 or java25."
  }
}

variable "memory_mb" {
  description = "Memory in MB; processor time grows with it, so that less is slower and hardly cheaper."
  type        = number
  default     = 1024

  validation {
    condition     = var.memory_mb >= 512 && var.memory_mb <= 3008 && floor(var.memory_mb) == var.memory_mb
    error_message = "Allowed is a whole number of MB from 512 to 3008."
  }
}

variable "every_minutes" {
  description = "Minutes between two runs."
  type        = number
  default     = 10

  validation {
    condition     = var.every_minutes >= 1 && var.every_minutes <= 60 && floor(var.every_minutes) == var.every_minutes
    error_message = "Allowed is a whole number from 1 to 60."
  }
}

variable "offset_minutes" {
  description = "Minutes after the full hour at which the first run starts."
  type        = number
  default     = 0

  validation {
    condition     = var.offset_minutes >= 0 && var.offset_minutes < var.every_minutes && floor(var.offset_minutes) == var.offset_minutes
    error_message = "Allowed is a whole number from 0 to less than every_minutes."
  }
}

variable "timeout_seconds" {
  description = "Seconds after which Lambda kills a run. A run ends itself after RUN_DEADLINE (27 s); this is for the rest."
  type        = number
  default     = 45

  validation {
    condition     = var.timeout_seconds >= 35 && var.timeout_seconds < var.every_minutes * 60
    error_message = "Allowed is 35 to less than every_minutes, so that a run is over before the next one starts."
  }
}

variable "reserved_concurrency" {
  description = "Runs at the same time at most, taken from the limit of the account; -1 reserves nothing. Overlapping runs do no harm."
  type        = number
  default     = -1

  validation {
    condition     = var.reserved_concurrency == -1 || (var.reserved_concurrency >= 2 && var.reserved_concurrency <= 10 && floor(var.reserved_concurrency) == var.reserved_concurrency)
    error_message = "Allowed is -1, or a whole number from 2 to 10."
  }
}

variable "environment" {
  description = "Settings without secrets, by their names in .env.example."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.environment) : can(regex("^[A-Z][A-Z0-9_]*$", name)) && !startswith(name, "AWS_")])
    error_message = "Allowed are names of A-Z, 0-9 and '_' that do not begin with AWS_, which Lambda sets itself."
  }

  validation {
    condition = length(setintersection(keys(var.environment), [
      "QUARKUS_FUNQY_EXPORT", "SECRETS_SSM_PATH", "STATE_BUCKET", "STATE_KEY", "STATE_ENDPOINT", "STATE_DIR",
    ])) == 0
    error_message = "QUARKUS_FUNQY_EXPORT, SECRETS_SSM_PATH and STATE_... are set by this module."
  }

  validation {
    condition     = length(setintersection(keys(var.environment), local.secret_names)) == 0
    error_message = "Secrets belong into secrets: the environment is shown by the console and stored in the state."
  }
}

variable "secrets" {
  description = "Secret settings, by their names in .env.example. They reach SSM only, neither plan nor state."
  type        = map(string)
  ephemeral   = true
  sensitive   = true

  validation {
    condition     = alltrue([for value in values(var.secrets) : length(trimspace(value)) > 0])
    error_message = "A secret is empty: leave it out of secrets and secret_versions instead."
  }

  validation {
    condition     = length(setsubtract(keys(var.secret_versions), keys(var.secrets))) == 0
    error_message = "secret_versions names a secret that secrets does not hold. A saved plan needs the secrets again when it is applied."
  }
}

variable "secret_versions" {
  description = "Which secrets there are, and a number for each: a changed value is written only when its number changes."
  type        = map(number)

  validation {
    condition     = length(setsubtract(keys(var.secret_versions), local.secret_names)) == 0
    error_message = "Allowed are the secret settings of .env.example: ${join(", ", local.secret_names)}."
  }

  validation {
    condition     = alltrue([for number in values(var.secret_versions) : number >= 1 && floor(number) == number])
    error_message = "Allowed are whole numbers from 1."
  }
}

variable "log_retention_days" {
  description = "Days for which the log is kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([7, 14, 30, 60, 90, 180, 365], var.log_retention_days)
    error_message = "Allowed is 7, 14, 30, 60, 90, 180 or 365."
  }
}

variable "alarm_emails" {
  description = "Mail addresses of the alarms; each has to confirm once."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for address in var.alarm_emails : can(regex("^[^@ ,;<>]+@[^@ ,;<>]+\\.[^@ ,;<>]+$", address))])
    error_message = "Allowed are mail addresses, one in each element."
  }
}

variable "enabled" {
  description = "false pauses the schedule and its alarms, so that a deliberate pause pages nobody."
  type        = bool
  default     = true
}

variable "permissions_boundary" {
  description = "ARN of the permissions boundary of both roles; null: none."
  type        = string
  default     = null
}

variable "site_bucket_arn" {
  description = "Bucket of the site at AWS, written with the function's role; empty: elsewhere."
  type        = string
  default     = ""
}

variable "backup_bucket_arn" {
  description = "Bucket of the backups at AWS, read with the function's role; empty: elsewhere."
  type        = string
  default     = ""
}

variable "reads_triggers" {
  description = "Whether messages of the queue that modules/webhook makes start a run too."
  type        = bool
  default     = false
}
