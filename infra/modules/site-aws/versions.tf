terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # CloudFront takes certificates from us-east-1 only.
      configuration_aliases = [aws.us_east_1]
    }
  }
}
