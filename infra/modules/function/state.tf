locals {
  # Bucket names are global; the account id makes this one unique.
  state_bucket     = "${var.name}-state-${local.account}"
  state_bucket_arn = "arn:${local.partition}:s3:::${local.state_bucket}"
}

# State of the runs. Losing it stops nothing, so it may be destroyed once it is empty.
resource "aws_s3_bucket" "state" {
  bucket = local.state_bucket
}

module "state_bucket" {
  source = "../private-bucket"

  bucket    = aws_s3_bucket.state.bucket
  keep_days = 14
}
