import type { Absent, RegistryModule } from './registry-module.ts';
import { ingressOfSecurityGroup } from './security-group-ingress.ts';

const SINCE_APRIL_2023: Absent = { sameBefore: [3, 9] };

/** Modules that many repositories use, and the inputs that rules ask for. */
export const registryModules: readonly RegistryModule[] = [
  {
    source: 'terraform-aws-modules/s3-bucket/aws',
    makes: [
      { resource: 'aws_s3_bucket', inputs: { acl: 'unknown', policy: 'unknown', versioning: 'unknown' } },
      {
        resource: 'aws_s3_bucket_public_access_block',
        inputs: {
          block_public_acls: SINCE_APRIL_2023,
          block_public_policy: SINCE_APRIL_2023,
          ignore_public_acls: SINCE_APRIL_2023,
          restrict_public_buckets: SINCE_APRIL_2023,
        },
      },
    ],
  },
  {
    source: 'terraform-aws-modules/alb/aws',
    makes: [
      {
        resource: 'aws_lb',
        inputs: {
          load_balancer_type: 'same',
          drop_invalid_header_fields: { sameBefore: [9, 0] },
          enable_deletion_protection: { sameBefore: [9, 0] },
        },
      },
    ],
  },
  {
    source: 'terraform-aws-modules/elb/aws',
    makes: [{ resource: 'aws_elb', inputs: { access_logs: 'same' } }],
  },
  {
    source: 'terraform-aws-modules/rds/aws',
    makes: [
      {
        resource: 'aws_db_instance',
        inputs: {
          engine: 'same',
          replicate_source_db: 'same',
          snapshot_identifier: 'same',
          restore_to_point_in_time: 'same',
          storage_encrypted: { sameBefore: [3, 0] },
          publicly_accessible: 'same',
          deletion_protection: 'same',
          iam_database_authentication_enabled: 'same',
          auto_minor_version_upgrade: 'same',
          backup_retention_period: 'unknown',
        },
      },
    ],
  },
  {
    source: 'terraform-aws-modules/rds-aurora/aws',
    makes: [
      {
        resource: 'aws_rds_cluster',
        inputs: {
          engine: 'same',
          engine_mode: 'same',
          snapshot_identifier: 'same',
          storage_encrypted: 'unknown',
          deletion_protection: 'unknown',
          iam_database_authentication_enabled: 'unknown',
          backup_retention_period: 'unknown',
        },
      },
    ],
  },
  {
    source: 'terraform-aws-modules/ec2-instance/aws',
    makes: [
      {
        resource: 'aws_instance',
        inputs: {
          associate_public_ip_address: 'unknown',
          ebs_optimized: 'same',
          metadata_options: 'unknown',
          root_block_device: 'unknown',
          user_data: 'unknown',
        },
      },
    ],
  },
  {
    source: 'terraform-aws-modules/kms/aws',
    makes: [{ resource: 'aws_kms_key', inputs: { enable_key_rotation: 'unknown', policy: 'unknown' } }],
  },
  {
    source: 'terraform-aws-modules/sqs/aws',
    makes: [
      { resource: 'aws_sqs_queue', inputs: { sqs_managed_sse_enabled: 'unknown', kms_master_key_id: 'unknown' } },
    ],
  },
  {
    source: 'terraform-aws-modules/efs/aws',
    makes: [{ resource: 'aws_efs_file_system', inputs: { encrypted: 'unknown' } }],
  },
  {
    source: 'terraform-aws-modules/redshift/aws',
    makes: [{ resource: 'aws_redshift_cluster', inputs: { encrypted: 'unknown', publicly_accessible: 'unknown' } }],
  },
  {
    source: 'terraform-aws-modules/cloudfront/aws',
    makes: [{ resource: 'aws_cloudfront_distribution', inputs: { viewer_certificate: 'unknown' } }],
  },
  {
    source: 'terraform-aws-modules/security-group/aws',
    withSubmodules: true,
    makes: [{ resource: 'aws_security_group', inputs: {}, blocks: ingressOfSecurityGroup }],
  },
];
