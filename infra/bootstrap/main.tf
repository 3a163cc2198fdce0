# Once per account, by a person with administrator rights: the bucket of Terraform's state, the role by which GitHub's
# workflow deploys without a stored key, and the permissions boundary of every role that it makes. The state of this
# folder stays local until the bucket exists; docs/deploy.md says how it moves there.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }
}

provider "aws" {
  region = var.aws_region
}

variable "aws_region" {
  description = "Region of the bucket of the state."
  type        = string
  default     = "us-east-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.aws_region))
    error_message = "Allowed is a region of AWS, such as us-east-1."
  }
}

variable "repository" {
  description = "Repository at GitHub whose workflow deploys, as its OIDC tokens name it: OWNER/NAME, or OWNER@ID/NAME@ID for repositories created since July 2026."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository)) || can(regex("^[A-Za-z0-9-]+@[0-9]+/[A-Za-z0-9._-]+@[0-9]+$", var.repository))
    error_message = "Allowed is OWNER/NAME or OWNER@ID/NAME@ID, without wildcards. Both ids: gh api repos/OWNER/NAME --jq '\"\\(.owner.login)@\\(.owner.id)/\\(.name)@\\(.id)\"'"
  }
}

variable "backup_buckets" {
  description = "Buckets of backups at AWS that the status function may read; the boundary allows no other."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for name in var.backup_buckets : can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", name))])
    error_message = "Allowed are names of buckets, without wildcards."
  }
}

variable "route53_zone_ids" {
  description = "Zones in which the workflow may create the records of the site."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for id in var.route53_zone_ids : can(regex("^[A-Z0-9]{8,32}$", id))])
    error_message = "Allowed are ids of Route 53 zones, such as Z0123456789ABCDEFGHIJ."
  }
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  prefix    = "elytra-status"
  partition = data.aws_partition.current.partition
  account   = data.aws_caller_identity.current.account_id
  state     = "${local.prefix}-terraform-${local.account}"
  state_arn = "arn:${local.partition}:s3:::${local.state}"
  issuer    = "token.actions.githubusercontent.com"

  boundary     = "${local.prefix}-boundary"
  boundary_arn = "arn:${local.partition}:iam::${local.account}:policy/${local.boundary}"
}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

# Only a job of the environment prod may use it: GitHub gives that environment to reviewed runs of main alone.
resource "aws_iam_role" "deploy" {
  name                 = "${local.prefix}-github-deploy"
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "arn:${local.partition}:iam::${local.account}:oidc-provider/${local.issuer}" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "${local.issuer}:aud" = "sts.amazonaws.com"
          "${local.issuer}:sub" = "repo:${var.repository}:environment:prod"
        }
      }
    }]
  })

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_policy" "boundary" {
  name        = local.boundary
  description = "The most that a role of Elytra Status may be allowed."
  policy      = jsonencode({ Version = "2012-10-17", Statement = local.bounds })
}

# Managed policies, because the inline policies of a role may have 10,240 characters together.
resource "aws_iam_policy" "deploy" {
  for_each = local.deploy

  name        = "${local.prefix}-github-deploy-${each.key}"
  description = "Deployment of Elytra Status: ${each.key}"
  policy      = jsonencode({ Version = "2012-10-17", Statement = each.value })
}

resource "aws_iam_role_policy_attachment" "deploy" {
  for_each = local.deploy

  role       = aws_iam_role.deploy.name
  policy_arn = aws_iam_policy.deploy[each.key].arn
}

# May hold the secret of a storage key: as secret as that.
resource "aws_s3_bucket" "state" {
  bucket = local.state

  lifecycle {
    prevent_destroy = true
  }
}

module "state_bucket" {
  source = "../modules/private-bucket"

  bucket = aws_s3_bucket.state.bucket
}

output "state_bucket" {
  description = "For envs/*.s3.tfbackend."
  value       = aws_s3_bucket.state.bucket
}

output "deploy_role" {
  description = "For the variable AWS_ROLE of the environment prod at GitHub."
  value       = aws_iam_role.deploy.arn
}
