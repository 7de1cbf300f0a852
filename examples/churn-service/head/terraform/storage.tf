terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

variable "environment" {
  description = "Name of the environment, part of every bucket name."
  type        = string
}

resource "aws_s3_bucket" "features" {
  bucket        = "churn-features-${var.environment}"
  force_destroy = true
}

resource "aws_s3_bucket_versioning" "features" {
  bucket = aws_s3_bucket.features.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_security_group" "feature_store" {
  name        = "churn-feature-store"
  description = "Access to the online feature store."

  ingress {
    description = "Redis from the cluster and the notebooks"
    from_port   = 6379
    to_port     = 6379
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
