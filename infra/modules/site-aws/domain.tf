locals {
  certificate_arn = one(concat(
    values(aws_acm_certificate_validation.site)[*].certificate_arn,
    local.route53 ? [] : values(aws_acm_certificate.site)[*].arn,
  ))
  validation = one(flatten([for certificate in aws_acm_certificate.site : tolist(certificate.domain_validation_options)]))
}

resource "aws_acm_certificate" "site" {
  for_each = var.domain == "" ? toset([]) : toset([var.domain])
  provider = aws.us_east_1

  domain_name       = each.value
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "validation" {
  for_each = local.route53 ? toset([var.domain]) : toset([])

  zone_id         = var.route53_zone_id
  name            = local.validation.resource_record_name
  type            = local.validation.resource_record_type
  records         = [local.validation.resource_record_value]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "site" {
  for_each = local.route53 ? toset([var.domain]) : toset([])
  provider = aws.us_east_1

  certificate_arn         = aws_acm_certificate.site[each.value].arn
  validation_record_fqdns = [aws_route53_record.validation[each.value].fqdn]
}

resource "aws_route53_record" "site" {
  for_each = local.route53 ? toset(["A", "AAAA"]) : toset([])

  zone_id = var.route53_zone_id
  name    = var.domain
  type    = each.value

  alias {
    name                   = aws_cloudfront_distribution.site.domain_name
    zone_id                = aws_cloudfront_distribution.site.hosted_zone_id
    evaluate_target_health = false
  }
}
