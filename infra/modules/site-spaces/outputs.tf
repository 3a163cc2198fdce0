output "endpoint" {
  description = "SPACES_ENDPOINT."
  value       = "https://${var.region}.digitaloceanspaces.com"
}

output "bucket" {
  description = "STATUS_BUCKET."
  value       = digitalocean_spaces_bucket.status.name
}

output "status_url" {
  description = "STATUS_PUBLIC_URL."
  value       = "https://${var.domain}/status.json"
}

output "page_url" {
  description = "Address that people open."
  value       = local.page_url
}

output "origin_url" {
  description = "status.json at the bucket's own address, without the CDN."
  value       = "https://${digitalocean_spaces_bucket.status.bucket_domain_name}/status.json"
}

output "access_key" {
  description = "SPACES_ACCESS_KEY; null if the key is handed in."
  value       = one(values(digitalocean_spaces_key.function)[*].access_key)
}

output "secret_key" {
  description = "SPACES_SECRET_KEY; null if the key is handed in."
  value       = one(values(digitalocean_spaces_key.function)[*].secret_key)
  sensitive   = true
}

output "dns_records" {
  description = "Records to create where the DNS of the domain is elsewhere."
  value       = var.certificate_name == "" || var.maps_root ? [] : ["${var.domain}. CNAME ${digitalocean_cdn.status.endpoint}."]
}
