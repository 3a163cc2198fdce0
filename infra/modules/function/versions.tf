terraform {
  # Write-only arguments keep secrets out of plan and state: 1.11 is the first that knows them.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
