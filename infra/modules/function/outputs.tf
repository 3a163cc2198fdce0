output "function" {
  description = "Function to invoke, its newest version, and the version that the alias serves."
  value = {
    name    = aws_lambda_function.this.function_name
    version = aws_lambda_function.this.version
    region  = local.region
  }
}

output "alias_arn" {
  description = "Target of everything that starts a run."
  value       = aws_lambda_alias.live.arn
}

output "alarms_topic_arn" {
  description = "Topic of the alarms."
  value       = aws_sns_topic.alarms.arn
}

output "failures_queue_url" {
  description = "Queue of the runs that were given up."
  value       = aws_sqs_queue.failures.url
}

output "state_bucket" {
  description = "Bucket of the state."
  value       = aws_s3_bucket.state.bucket
}

output "settings" {
  description = "Environment of the function; it holds no secret."
  value       = aws_lambda_function.this.environment[0].variables
}

output "secret_names" {
  description = "Names of the secrets in SSM."
  value       = toset(keys(var.secret_versions))
}
