locals {
  secrets_path     = "/${var.name}"
  secrets_path_arn = "arn:${local.partition}:ssm:${local.region}:${local.account}:parameter${local.secrets_path}"
}

# Encrypted with the account's default SSM key, which needs no kms permission within the account.
resource "aws_ssm_parameter" "secret" {
  for_each = var.secret_versions

  name             = "${local.secrets_path}/${each.key}"
  description      = "Elytra Status: ${each.key}, read when the function starts"
  type             = "SecureString"
  value_wo         = var.secrets[each.key]
  value_wo_version = each.value
}
