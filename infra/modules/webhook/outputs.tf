output "url" {
  description = "Post URL for Uptime Kuma's notification of type Webhook."
  value       = "${aws_apigatewayv2_api.webhook.api_endpoint}/"
}

output "function" {
  description = "Function to invoke and its newest version."
  value = {
    name    = aws_lambda_function.trigger.function_name
    version = aws_lambda_function.trigger.version
    region  = local.region
  }
}
