import type { AttributeRow, Path, Row } from '../row.ts';

/** What is encrypted with a key that the cloud keeps, where one of one's own could be named. */
function defaultKey(
  id: string,
  title: string,
  resources: readonly string[],
  path: Path,
  aliases: Row['aliases'],
): AttributeRow {
  return {
    type: 'attribute',
    id,
    title,
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases,
    why: 'Whoever may read the resource may read what is in it; a key of yours has a policy of its own, and its uses are logged.',
    remedy: 'Name a key of yours.',
    resources,
    path,
    must: { beSet: true },
    absent: 'unsafe',
  };
}

/** Encryption without a key of one's own. */
export const defaultKeys: readonly Row[] = [
  defaultKey('aws-ebs-default-key', 'EBS volume has no key of yours', ['aws_ebs_volume'], ['kms_key_id'], {
    trivy: ['AWS-0027', 'AVD-AWS-0027'],
    checkov: ['CKV_AWS_189'],
  }),
  defaultKey(
    'aws-redshift-default-key',
    'Redshift cluster has no key of yours',
    ['aws_redshift_cluster'],
    ['kms_key_id'],
    { trivy: ['AWS-0084', 'AVD-AWS-0084'], checkov: ['CKV_AWS_142'] },
  ),
  defaultKey(
    'aws-mq-default-key',
    'Message broker has no key of yours',
    ['aws_mq_broker'],
    ['encryption_options', 'kms_key_id'],
    { checkov: ['CKV_AWS_209'], kics: ['3db3f534-e3a3-487f-88c7-0a9fbf64b702'] },
  ),
  defaultKey(
    'aws-msk-default-key',
    'Kafka cluster has no key of yours',
    ['aws_msk_cluster'],
    ['encryption_info', 'encryption_at_rest_kms_key_arn'],
    { trivy: ['AWS-0179', 'AVD-AWS-0179'] },
  ),
  defaultKey(
    'aws-sagemaker-endpoint-default-key',
    'Endpoint of a model has no key of yours',
    ['aws_sagemaker_endpoint_configuration'],
    ['kms_key_arn'],
    { checkov: ['CKV_AWS_98'], kics: ['58b35504-0287-4154-bf69-02c0573deab8'] },
  ),
  defaultKey(
    'aws-opensearch-default-key',
    'OpenSearch domain has no key of yours',
    ['aws_elasticsearch_domain', 'aws_opensearch_domain'],
    ['encrypt_at_rest', 'kms_key_id'],
    { checkov: ['CKV_AWS_247'], kics: ['7af2f4a3-00d9-47f3-8d15-ca0888f4e5b2'] },
  ),
  defaultKey(
    'aws-s3-default-key',
    'Bucket has no key of yours',
    ['aws_s3_bucket_server_side_encryption_configuration'],
    ['rule', 'apply_server_side_encryption_by_default', 'kms_master_key_id'],
    { trivy: ['AWS-0132', 'AVD-AWS-0132'], checkov: ['CKV_AWS_145'] },
  ),
  defaultKey(
    'aws-eks-secrets-default-key',
    'Secrets of a cluster have no key of yours',
    ['aws_eks_cluster'],
    ['encryption_config', 'provider', 'key_arn'],
    { trivy: ['AWS-0039', 'AVD-AWS-0039'], checkov: ['CKV_AWS_58'], kics: ['63ebcb19-2739-4d3f-aa5c-e8bbb9b85281'] },
  ),
];
