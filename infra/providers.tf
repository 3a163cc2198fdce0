locals {
  tags = {
    project     = "elytra-status"
    environment = var.environment
  }
}

provider "aws" {
  region = var.aws_region

  default_tags {
    tags = local.tags
  }
}

# The watchdog looks from another region, so that it does not fall silent with what it watches.
provider "aws" {
  alias  = "watchdog"
  region = var.watchdog_region

  default_tags {
    tags = local.tags
  }
}

# DIGITALOCEAN_TOKEN, SPACES_ACCESS_KEY_ID and SPACES_SECRET_ACCESS_KEY come from the environment.
provider "digitalocean" {}
