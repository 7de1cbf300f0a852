import { between, form, growing, type ValueTable, words } from '../allowed.ts';
import { BUCKET_NAME } from '../names.ts';

const ACL = words(
  'private public-read public-read-write authenticated-read aws-exec-read log-delivery-write bucket-owner-read bucket-owner-full-control',
);
const STORAGE_CLASS = growing(
  'STANDARD REDUCED_REDUNDANCY STANDARD_IA ONEZONE_IA INTELLIGENT_TIERING GLACIER DEEP_ARCHIVE GLACIER_IR OUTPOSTS SNOW EXPRESS_ONEZONE FSX_OPENZFS FSX_ONTAP',
);
const TRANSITION = growing('GLACIER STANDARD_IA ONEZONE_IA INTELLIGENT_TIERING DEEP_ARCHIVE GLACIER_IR');
const ENCRYPTION = words('AES256 aws:kms aws:kms:dsse aws:fsx');
const EVENT = form(/^s3:(?:\w+|\w+:(?:\*|\w+))$/, 'an event of S3, as `s3:ObjectCreated:*`');
const OBJECT = { acl: ACL, storage_class: STORAGE_CLASS, server_side_encryption: ENCRYPTION };

/** Buckets and file systems. */
export const storage: ValueTable = {
  aws_s3_bucket: {
    bucket: BUCKET_NAME,
    acl: ACL,
    acceleration_status: words('Enabled Suspended'),
    request_payer: words('Requester BucketOwner'),
    'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm': ENCRYPTION,
    'lifecycle_rule.transition.storage_class': TRANSITION,
    'lifecycle_rule.noncurrent_version_transition.storage_class': TRANSITION,
    'cors_rule.allowed_methods': words('GET PUT HEAD POST DELETE'),
  },
  aws_s3_bucket_acl: { acl: ACL },
  aws_s3_bucket_versioning: {
    'versioning_configuration.status': words('Enabled Suspended Disabled'),
    'versioning_configuration.mfa_delete': words('Enabled Disabled'),
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    'rule.apply_server_side_encryption_by_default.sse_algorithm': ENCRYPTION,
  },
  aws_s3_bucket_lifecycle_configuration: {
    'rule.status': words('Enabled Disabled'),
    'rule.transition.storage_class': TRANSITION,
    'rule.noncurrent_version_transition.storage_class': TRANSITION,
    transition_default_minimum_object_size: words('all_storage_classes_128K varies_by_storage_class'),
  },
  aws_s3_bucket_cors_configuration: { 'cors_rule.allowed_methods': words('GET PUT HEAD POST DELETE') },
  aws_s3_bucket_ownership_controls: {
    'rule.object_ownership': words('BucketOwnerPreferred ObjectWriter BucketOwnerEnforced'),
  },
  aws_s3_bucket_accelerate_configuration: { status: words('Enabled Suspended') },
  aws_s3_bucket_request_payment_configuration: { payer: words('BucketOwner Requester') },
  aws_s3_bucket_notification: { 'queue.events': EVENT, 'topic.events': EVENT, 'lambda_function.events': EVENT },
  aws_s3_bucket_object_lock_configuration: {
    object_lock_enabled: words('Enabled'),
    'rule.default_retention.mode': words('COMPLIANCE GOVERNANCE'),
  },
  aws_s3_bucket_inventory: { included_object_versions: words('All Current') },
  aws_s3_bucket_object: OBJECT,
  aws_s3_object: OBJECT,
  aws_s3_object_copy: { acl: ACL, storage_class: STORAGE_CLASS, server_side_encryption: ENCRYPTION },
  aws_efs_file_system: {
    performance_mode: words('generalPurpose maxIO'),
    throughput_mode: words('bursting provisioned elastic'),
    'lifecycle_policy.transition_to_ia': words(
      'AFTER_1_DAY AFTER_7_DAYS AFTER_14_DAYS AFTER_30_DAYS AFTER_60_DAYS AFTER_90_DAYS AFTER_180_DAYS AFTER_270_DAYS AFTER_365_DAYS',
    ),
    'lifecycle_policy.transition_to_primary_storage_class': words('AFTER_1_ACCESS'),
  },
  aws_efs_backup_policy: { 'backup_policy.status': words('ENABLED DISABLED') },
  aws_fsx_lustre_file_system: { deployment_type: words('SCRATCH_1 SCRATCH_2 PERSISTENT_1 PERSISTENT_2') },
  aws_dlm_lifecycle_policy: { state: words('ENABLED DISABLED') },
  aws_ebs_snapshot_block_public_access: { state: words('block-all-sharing block-new-sharing unblocked') },
  aws_kinesis_stream: {
    encryption_type: words('NONE KMS'),
    retention_period: between(24, 8760),
    'stream_mode_details.stream_mode': words('PROVISIONED ON_DEMAND'),
    name: form(/^[\w.-]{1,128}$/, '1 to 128 letters, digits, `_`, `-` and `.`', /[^\w.-]/),
  },
};
