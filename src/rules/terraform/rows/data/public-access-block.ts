import type { Severity } from '../../../../types.ts';
import type { AttributeRow } from '../row.ts';

interface Setting {
  readonly name: string;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly trivy: string;
  readonly checkov: string;
  readonly kics: string;
}

const SETTINGS: readonly Setting[] = [
  {
    name: 'block_public_acls',
    title: 'Bucket takes public ACLs',
    severity: 'medium',
    why: 'One upload with a public ACL, by mistake or by an intruder, then makes data public.',
    trivy: 'AWS-0086',
    checkov: 'CKV_AWS_53',
    kics: 'd0cc8694-fcad-43ff-ac86-32331d7e867f',
  },
  {
    name: 'block_public_policy',
    title: 'Bucket takes public policies',
    severity: 'high',
    why: 'One policy, written by mistake, then makes the bucket public.',
    trivy: 'AWS-0087',
    checkov: 'CKV_AWS_54',
    kics: '1a4bc881-9f69-4d44-8c9a-d37d08f54c50',
  },
  {
    name: 'ignore_public_acls',
    title: 'Public ACLs are in force',
    severity: 'medium',
    why: 'Whatever has a public ACL, perhaps for years, is public.',
    trivy: 'AWS-0091',
    checkov: 'CKV_AWS_55',
    kics: '4fa66806-0dd9-4f8d-9480-3174d39c7c91',
  },
  {
    name: 'restrict_public_buckets',
    title: 'Public policies are in force',
    severity: 'high',
    why: 'A policy that is too wide then opens the bucket to everybody.',
    trivy: 'AWS-0093',
    checkov: 'CKV_AWS_56',
    kics: '1ec253ab-c220-4d63-b2de-5b40e0af9293',
  },
];

/** One row for each of the four settings. */
export const publicAccessBlock: readonly AttributeRow[] = SETTINGS.map((setting) => ({
  type: 'attribute',
  id: `aws-s3-${setting.name.replaceAll('_', '-')}-off`,
  title: setting.title,
  severity: setting.severity,
  domain: 'security',
  aliases: {
    trivy: [setting.trivy, `AVD-${setting.trivy}`],
    checkov: [setting.checkov],
    kics: [setting.kics],
  },
  why: setting.why,
  remedy: 'Set all four of them to `true`, and serve public content through CloudFront.',
  resources: ['aws_s3_bucket_public_access_block', 'aws_s3_account_public_access_block'],
  path: [setting.name],
  must: { be: [true] },
  absent: 'unsafe',
  absentSeverity: 'info',
  absentConfidence: 'likely',
  safe: 'true',
}));
