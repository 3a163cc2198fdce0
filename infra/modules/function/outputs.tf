output "function_name" {
  description = "For aws lambda invoke, and for the log."
  value       = aws_lambda_function.this.function_name
}

output "alias" {
  description = "What the schedule calls; a roll-back moves it."
  value       = aws_lambda_alias.live.name
}

output "version" {
  description = "The version the alias serves."
  value       = aws_lambda_alias.live.function_version
}

output "alarms_topic_arn" {
  description = "Where the alarms ring."
  value       = aws_sns_topic.alarms.arn
}

output "failures_queue_url" {
  description = "Runs that were given up."
  value       = aws_sqs_queue.failures.url
}

output "state_bucket" {
  description = "What the runs remember."
  value       = aws_s3_bucket.state.bucket
}

output "secrets_path" {
  description = "Where in SSM the secrets lie."
  value       = local.secrets_path
}

output "settings" {
  description = "What the function finds in its environment; no secret is among it."
  value       = aws_lambda_function.this.environment[0].variables
}

output "secret_names" {
  description = "Which secrets it finds in SSM."
  value       = toset(keys(var.secret_versions))
}
