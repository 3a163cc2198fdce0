mock_provider "aws" {
  override_during = plan

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_resource "aws_s3_bucket" {
    defaults = { bucket_regional_domain_name = "example.s3.us-east-1.amazonaws.com" }
  }
  mock_resource "aws_cloudfront_distribution" {
    defaults = { arn = "arn:aws:cloudfront::123456789012:distribution/E1", domain_name = "d1.cloudfront.net", hosted_zone_id = "Z2FDTNDATAQYW2" }
  }
}

mock_provider "aws" {
  alias           = "us_east_1"
  override_during = plan

  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"
      domain_validation_options = [{
        domain_name           = "status.example.com"
        resource_record_name  = "_1.status.example.com."
        resource_record_type  = "CNAME"
        resource_record_value = "_2.acm-validations.aws."
      }]
    }
  }
}

variables {
  name         = "elytra-status-test"
  cors_origins = ["https://example.com"]
}

run "opens_a_page_at_the_root" {
  command = plan

  assert {
    condition = (
      aws_cloudfront_distribution.site.default_root_object == "index.html"
      && output.page_url == "https://d1.cloudfront.net/"
      && output.status_url == "https://d1.cloudfront.net/status.json"
      && length(aws_acm_certificate.site) == 0
      && length(output.dns_records) == 0
    )
    error_message = "Without a domain the site does not open at CloudFront's own name."
  }

  assert {
    condition = (
      aws_cloudfront_distribution.site.default_cache_behavior[0].compress
      && aws_cloudfront_distribution.site.default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https"
      && aws_cloudfront_distribution.site.viewer_certificate[0].cloudfront_default_certificate
    )
    error_message = "The site is not compressed, or readable without TLS."
  }
}

run "only_the_distribution_reads_the_bucket" {
  command = plan

  assert {
    condition = [for statement in jsondecode(module.bucket.policy).Statement : [statement.Principal, statement.Condition] if statement.Effect == "Allow"] == [
      [{ Service = "cloudfront.amazonaws.com" }, { StringEquals = { "aws:SourceArn" = "arn:aws:cloudfront::123456789012:distribution/E1" } }],
    ]
    error_message = "Others may read the bucket."
  }

  assert {
    condition     = aws_cloudfront_origin_access_control.site.signing_behavior == "always"
    error_message = "The distribution does not sign its requests."
  }
}

run "cors_does_not_depend_on_the_first_reader" {
  command = plan

  assert {
    condition = (
      one(aws_cloudfront_response_headers_policy.site.cors_config[0].access_control_allow_origins[*].items) == toset(["https://example.com"])
      && one(aws_cloudfront_response_headers_policy.site.cors_config[0].access_control_allow_methods[*].items) == toset(["GET", "HEAD"])
      && aws_cloudfront_response_headers_policy.site.cors_config[0].origin_override
    )
    error_message = "Pages of others may read the status, or ours may not."
  }
}

run "domain_at_route53" {
  command = plan

  variables {
    domain          = "status.example.com"
    route53_zone_id = "Z0123456789"
  }

  assert {
    condition = (
      aws_cloudfront_distribution.site.aliases == toset(["status.example.com"])
      && !aws_cloudfront_distribution.site.viewer_certificate[0].cloudfront_default_certificate
      && toset(keys(aws_route53_record.site)) == toset(["A", "AAAA"])
      && aws_route53_record.validation["status.example.com"].name == "_1.status.example.com."
      && output.page_url == "https://status.example.com/"
      && length(output.dns_records) == 0
    )
    error_message = "The domain does not lead to the site."
  }
}

run "domain_elsewhere_before_the_certificate" {
  command = plan

  variables {
    domain = "status.example.com"
  }

  assert {
    condition = (
      length(aws_cloudfront_distribution.site.aliases) == 0
      && output.page_url == "https://d1.cloudfront.net/"
      && output.dns_records == tolist(["_1.status.example.com. CNAME _2.acm-validations.aws.", "status.example.com. CNAME d1.cloudfront.net."])
    )
    error_message = "The apply waits for a certificate that nobody can validate, or does not say which records to create."
  }
}

run "domain_elsewhere_with_the_certificate" {
  command = plan

  variables {
    domain             = "status.example.com"
    certificate_issued = true
  }

  assert {
    condition = (
      aws_cloudfront_distribution.site.aliases == toset(["status.example.com"])
      && aws_cloudfront_distribution.site.viewer_certificate[0].acm_certificate_arn == "arn:aws:acm:us-east-1:123456789012:certificate/1"
      && output.page_url == "https://status.example.com/"
      && length(aws_route53_record.site) == 0
    )
    error_message = "The domain is not attached."
  }
}

run "refused" {
  command = plan

  variables {
    domain          = "https://status.example.com"
    route53_zone_id = "example.com"
    cors_origins    = ["https://example.com/"]
  }

  expect_failures = [var.domain, var.route53_zone_id, var.cors_origins]
}
