import type { Severity } from '../../../../types.ts';
import type { AttributeRow } from '../row.ts';

interface Setting {
  readonly name: string;
  readonly title: string;
  readonly severity: Severity;
  readonly about: string;
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
    about: 'An upload or a script that asks for a public ACL then gets it, wherever ACLs are in use.',
    why: 'One upload with a public ACL, by mistake or by an intruder, then makes data public.',
    trivy: 'AWS-0086',
    checkov: 'CKV_AWS_53',
    kics: 'd0cc8694-fcad-43ff-ac86-32331d7e867f',
  },
  {
    name: 'block_public_policy',
    title: 'Bucket takes public policies',
    severity: 'high',
    about: 'A bucket policy that lets everybody in is then accepted.',
    why: 'One policy, written by mistake, then makes the bucket public.',
    trivy: 'AWS-0087',
    checkov: 'CKV_AWS_54',
    kics: '1a4bc881-9f69-4d44-8c9a-d37d08f54c50',
  },
  {
    name: 'ignore_public_acls',
    title: 'Public ACLs are in force',
    severity: 'medium',
    about: 'Objects that got a public ACL at any time are then public, wherever ACLs are in use.',
    why: 'Whatever has a public ACL, perhaps for years, is public.',
    trivy: 'AWS-0091',
    checkov: 'CKV_AWS_55',
    kics: '4fa66806-0dd9-4f8d-9480-3174d39c7c91',
  },
  {
    name: 'restrict_public_buckets',
    title: 'Public policies are in force',
    severity: 'high',
    about: 'A bucket whose policy lets everybody in is then open to everybody, not only to its own account.',
    why: 'A policy that is too wide then opens the bucket to everybody.',
    trivy: 'AWS-0093',
    checkov: 'CKV_AWS_56',
    kics: '1ec253ab-c220-4d63-b2de-5b40e0af9293',
  },
];

const ALL = SETTINGS.map(({ name }) => name);

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
  about: `${setting.about} New buckets are protected unless code like this says otherwise.

Where \`${setting.name}\` is not set the resource switches it off as well, but the account may have it on: that is a note. Modules
of the registry are read like the resource where their version tells what they take.`,
  why: setting.why,
  remedy: 'Set all four of them to `true`, and serve public content through CloudFront.',
  resources: ['aws_s3_bucket_public_access_block', 'aws_s3_account_public_access_block'],
  path: [setting.name],
  must: { be: [true] },
  absent: 'unsafe',
  absentSeverity: 'info',
  absentConfidence: 'likely',
  safe: 'true',
  bad: [
    { text: block('aws_s3_bucket_public_access_block', setting.name, ' ◀') },
    {
      note: 'Not set, and switched off for the whole account:',
      text: `
resource "aws_s3_bucket_public_access_block" "some" { ◀
  bucket = "orchard"
${ALL.filter((name) => name !== setting.name)
  .map((name) => `  ${name} = true`)
  .join('\n')}
}

resource "aws_s3_account_public_access_block" "all" {
${ALL.map((name) => (name === setting.name ? `  ${name} = false ◀` : `  ${name} = true`)).join('\n')}
}`,
    },
    {
      note: 'Through a module of the registry, also where an old version of it has the setting off by default:',
      text: `
module "pictures" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "5.8.1"

  bucket = "pictures"
  ${setting.name} = false ◀
}

module "letters" { ◀
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "3.7.0"

  bucket = "letters"
${ALL.filter((name) => name !== setting.name)
  .map((name) => `  ${name} = true`)
  .join('\n')}
}`,
    },
  ],
  good: [
    { text: block('aws_s3_bucket_public_access_block', setting.name, '').replace('= false', '= true') },
    {
      note: 'A setting that the caller decides, and modules that have it on by default or whose version does not tell:',
      text: `
variable "closed" {
  type = bool
}

resource "aws_s3_bucket_public_access_block" "offered" {
  bucket = "orchard"
  ${setting.name} = var.closed
}

module "pictures" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "~> 5.0"

  bucket = "pictures"
}

module "letters" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = ">= 3.0"

  bucket = "letters"
}

module "leaves" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "~> 3.0"

  bucket = "leaves"
}`,
    },
    {
      note: 'Another of the four is told by its own rule:',
      text: `
resource "aws_s3_bucket_public_access_block" "other" {
  bucket = "orchard"
${ALL.map((name) => `  ${name} = ${name === setting.name}`).join('\n')}
}`,
    },
  ],
  whenNot: 'For a bucket that is a public site by itself, without CloudFront.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
}));

function block(type: string, off: string, mark: string): string {
  const lines = ALL.map((name) => (name === off ? `  ${name} = false${mark}` : `  ${name} = true`));
  return `
resource "${type}" "pictures" {
  bucket = aws_s3_bucket.pictures.id

${lines.join('\n')}
}`;
}
