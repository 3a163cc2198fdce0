terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
    digitalocean = {
      source  = "digitalocean/digitalocean"
      version = "~> 2.99"
    }
  }

  # terraform init -backend-config=envs/prod.s3.tfbackend
  backend "s3" {
    use_lockfile = true
    encrypt      = true
  }
}
