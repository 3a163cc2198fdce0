output "page_url" {
  description = "Address that people open."
  value       = local.on_aws ? one(module.site_aws[*].page_url) : one(module.site_spaces[*].page_url)
}

output "status_url" {
  description = "Address of status.json."
  value       = local.status_url
}

output "origin_url" {
  description = "status.json without the CDN; null where the origin is private."
  value       = local.on_aws ? null : one(module.site_spaces[*].origin_url)
}

output "dns_records" {
  description = "Records to create where the DNS of the domain is not managed here."
  value       = local.on_aws ? one(module.site_aws[*].dns_records) : one(module.site_spaces[*].dns_records)
}

output "webhook_url" {
  description = "Post URL for Uptime Kuma's notification of type Webhook; null without kuma_webhook."
  value       = one(module.webhook[*].url)
}

output "cors_origin" {
  description = "A site whose pages may fetch the status, for the smoke test."
  value       = sort(var.cors_origins)[0]
}

output "functions" {
  description = "Functions in the order in which a release tests and moves them."
  value = merge(
    { status = module.status.function, watchdog = module.watchdog.function },
    var.kuma_webhook ? { trigger = one(module.webhook).function } : {},
  )
}

output "alarms_topics" {
  description = "Topics of the alarms."
  value       = [module.status.alarms_topic_arn, module.watchdog.alarms_topic_arn]
}

output "failures_queues" {
  description = "Queues of the runs that were given up."
  value       = [module.status.failures_queue_url, module.watchdog.failures_queue_url]
}

output "state_bucket" {
  description = "Bucket of the state."
  value       = module.status.state_bucket
}

output "settings" {
  description = "Environment of each function; it holds no secret."
  value       = { status = module.status.settings, watchdog = module.watchdog.settings }
}

output "secret_names" {
  description = "Names of the secrets of each function in SSM."
  value       = { status = module.status.secret_names, watchdog = module.watchdog.secret_names }
}

output "dashboard_url" {
  description = "CloudWatch dashboard of this installation."
  value       = "https://${var.aws_region}.console.aws.amazon.com/cloudwatch/home?region=${var.aws_region}#dashboards:name=${local.name}"
}
