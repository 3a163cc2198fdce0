data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  bucket     = "${var.name}-site-${data.aws_caller_identity.current.account_id}"
  bucket_arn = "arn:${data.aws_partition.current.partition}:s3:::${local.bucket}"

  # With the zone at Route 53 everything is made here. With DNS elsewhere the certificate is requested first, and the
  # domain attached once it was issued. Without a domain CloudFront's own name serves.
  route53  = var.domain != "" && var.route53_zone_id != ""
  attached = local.route53 || (var.domain != "" && var.certificate_issued)
  host     = local.attached ? var.domain : aws_cloudfront_distribution.site.domain_name
}

resource "aws_s3_bucket" "site" {
  bucket = local.bucket
}

# Every run writes a version; a week of them is enough to go back to.
module "bucket" {
  source = "../private-bucket"

  bucket    = aws_s3_bucket.site.bucket
  keep_days = 7
  statements = [{
    # ListBucket makes a missing file a 404 instead of a 403; a listing cannot be requested through the distribution.
    Sid       = "CloudFrontOfThisSite"
    Effect    = "Allow"
    Principal = { Service = "cloudfront.amazonaws.com" }
    Action    = ["s3:GetObject", "s3:ListBucket"]
    Resource  = [local.bucket_arn, "${local.bucket_arn}/*"]
    Condition = { StringEquals = { "aws:SourceArn" = aws_cloudfront_distribution.site.arn } }
  }]
}

resource "aws_cloudfront_origin_access_control" "site" {
  name                              = var.name
  description                       = "Elytra Status: signs requests to the bucket of the site"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

# The CORS headers are added here and not by the bucket: a cached response would keep those of its first reader.
resource "aws_cloudfront_response_headers_policy" "site" {
  name    = var.name
  comment = "Elytra Status"

  cors_config {
    access_control_allow_credentials = false
    access_control_max_age_sec       = 3600
    origin_override                  = true

    access_control_allow_headers {
      items = ["*"]
    }
    access_control_allow_methods {
      items = ["GET", "HEAD"]
    }
    access_control_allow_origins {
      items = var.cors_origins
    }
  }

  security_headers_config {
    content_type_options {
      override = true
    }
    frame_options {
      frame_option = "DENY"
      override     = true
    }
    referrer_policy {
      referrer_policy = "strict-origin-when-cross-origin"
      override        = true
    }
    strict_transport_security {
      access_control_max_age_sec = 31536000
      override                   = true
    }
  }
}

resource "aws_cloudfront_distribution" "site" {
  comment             = var.name
  enabled             = true
  is_ipv6_enabled     = true
  http_version        = "http2and3"
  price_class         = "PriceClass_100"
  default_root_object = "index.html"
  aliases             = local.attached ? [var.domain] : []
  # Waiting for every edge takes minutes and nothing here depends on it; the smoke test waits for the address.
  wait_for_deployment = false

  origin {
    origin_id                = "site"
    domain_name              = aws_s3_bucket.site.bucket_regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.site.id
  }

  default_cache_behavior {
    target_origin_id       = "site"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD", "OPTIONS"]
    cached_methods         = ["GET", "HEAD"]
    compress               = true
    # AWS's policy CachingOptimized: honours the Cache-Control of each file, ignores query strings and cookies.
    cache_policy_id            = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    response_headers_policy_id = aws_cloudfront_response_headers_policy.site.id
  }

  # A file that is missing now may be published within the minute.
  custom_error_response {
    error_code            = 404
    error_caching_min_ttl = 10
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = !local.attached
    acm_certificate_arn            = local.attached ? local.certificate_arn : null
    ssl_support_method             = local.attached ? "sni-only" : null
    minimum_protocol_version       = local.attached ? "TLSv1.2_2021" : "TLSv1"
  }
}
