output "status_url" {
  description = "Where visitors find the status."
  value       = module.site.status_url
}

output "origin_url" {
  description = "The same file without the CDN."
  value       = module.site.origin_url
}

output "cors_origin" {
  description = "A site whose pages may fetch it, for the smoke test."
  value       = sort(var.cors_origins)[0]
}

output "functions" {
  description = "What to invoke, where, and which version it serves."
  value = {
    status = {
      name    = module.status.function_name
      alias   = module.status.alias
      version = module.status.version
      region  = var.aws_region
    }
    watchdog = {
      name    = module.watchdog.function_name
      alias   = module.watchdog.alias
      version = module.watchdog.version
      region  = var.watchdog_region
    }
  }
}

output "alarms_topics" {
  description = "Where the alarms ring."
  value       = [module.status.alarms_topic_arn, module.watchdog.alarms_topic_arn]
}

output "failures_queues" {
  description = "Runs that were given up."
  value       = [module.status.failures_queue_url, module.watchdog.failures_queue_url]
}

output "state_bucket" {
  description = "What the status function remembers, and the operator's notice."
  value       = module.status.state_bucket
}

output "cdn_endpoint" {
  description = "What the site's name has to lead to, where its DNS is elsewhere."
  value       = module.site.cdn_endpoint
}

output "settings" {
  description = "What each function finds in its environment; no secret is among it."
  value       = { status = module.status.settings, watchdog = module.watchdog.settings }
}

output "secret_names" {
  description = "Which secrets each function finds in SSM."
  value       = { status = module.status.secret_names, watchdog = module.watchdog.secret_names }
}
