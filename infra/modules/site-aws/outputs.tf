output "bucket" {
  description = "STATUS_BUCKET."
  value       = aws_s3_bucket.site.bucket
}

output "bucket_arn" {
  description = "For the policy of the function's role."
  value       = local.bucket_arn
}

output "status_url" {
  description = "STATUS_PUBLIC_URL."
  value       = "https://${local.host}/status.json"
}

output "page_url" {
  description = "Address that people open."
  value       = "https://${local.host}/"
}

output "distribution_id" {
  description = "For an invalidation by hand."
  value       = aws_cloudfront_distribution.site.id
}

output "dns_records" {
  description = "Records to create where the DNS of the domain is not at Route 53."
  value = var.domain == "" || local.route53 ? [] : [
    "${local.validation.resource_record_name} ${local.validation.resource_record_type} ${local.validation.resource_record_value}",
    "${var.domain}. CNAME ${aws_cloudfront_distribution.site.domain_name}.",
  ]
}
