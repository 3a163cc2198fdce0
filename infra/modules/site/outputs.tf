output "endpoint" {
  description = "SPACES_ENDPOINT."
  value       = "https://${var.region}.digitaloceanspaces.com"
}

output "status_url" {
  description = "STATUS_PUBLIC_URL: what visitors fetch, by the CDN."
  value       = "https://${local.host}/status.json"
}

output "origin_url" {
  description = "The same file by the bucket's own address, without the CDN."
  value       = "https://${digitalocean_spaces_bucket.status.bucket_domain_name}/status.json"
}

output "access_key" {
  description = "SPACES_ACCESS_KEY."
  value       = digitalocean_spaces_key.function.access_key
}

output "secret_key" {
  description = "SPACES_SECRET_KEY."
  value       = digitalocean_spaces_key.function.secret_key
  sensitive   = true
}

output "cdn_endpoint" {
  description = "What the site's name has to lead to."
  value       = digitalocean_cdn.status.endpoint
}
