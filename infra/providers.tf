locals {
  tags = {
    project      = "elytra-status"
    installation = local.name
  }
}

provider "aws" {
  region = var.aws_region

  default_tags {
    tags = local.tags
  }
}

# The watchdog runs in another region, so that it does not fail together with what it checks.
provider "aws" {
  alias  = "watchdog"
  region = var.watchdog_region

  default_tags {
    tags = local.tags
  }
}

# CloudFront takes certificates from this region only.
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"

  default_tags {
    tags = local.tags
  }
}

# With site = spaces DIGITALOCEAN_TOKEN, SPACES_ACCESS_KEY_ID and SPACES_SECRET_ACCESS_KEY come from the environment.
provider "digitalocean" {}
