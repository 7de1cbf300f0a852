import { describe, expect, test } from '@jest/globals';
import { bindItem } from '../../../src/personas/bind/bind-item.ts';
import { rules } from '../../../src/rules/index.ts';

const RULES = new Map(rules.map((rule) => [rule.id, rule.kinds]));
const rulesOf = (text: string) => bindItem(text, '', RULES).bindings.map(({ rule }) => rule);

describe('an item about clouds, images and models is bound to the rules that see it, and to no others', () => {
  test.each([
    ['apt-get install runs non-interactive', ['apt-get-missing-yes']],
    ['COPY --from names build stages that exist', ['copy-from-unknown-stage', 'stage-name-duplicate']],
    ['A Dockerfile has exactly one CMD', ['multiple-cmd']],
    ['WORKDIR is an absolute path', ['workdir-relative']],
    ['RDS exports its database logs', ['aws-rds-no-logs']],
    ['Control plane logging is enabled on EKS', ['aws-eks-logging-missing']],
    [
      'Log groups have a retention: log retention is set',
      ['aws-log-group-kept-forever', 'azure-sql-audit-retention-short', 'azure-flow-log-retention-short'],
    ],
    ['EC2 instances have no public IP addresses', ['aws-instance-public-ip', 'aws-subnet-public-ip']],
    [
      'Virtual machines do not accept password authentication',
      ['azure-vm-password-login', 'azure-vm-legacy-password-login'],
    ],
    [
      'Secure boot is on for all VMs',
      ['gcp-vm-secure-boot-off', 'gcp-vm-vtpm-off', 'gcp-vm-integrity-monitoring-off', 'gcp-gke-unshielded-nodes'],
    ],
    ['GKE nodes do not use the default service account', ['gcp-gke-default-service-account']],
    ['The default VPC is not used', ['aws-default-vpc', 'gcp-project-default-network']],
    ['The default security group allows nothing', ['aws-default-security-group-open']],
    [
      'Security group rules have a description',
      [
        'aws-security-group-undescribed',
        'aws-security-group-inline-rule-undescribed',
        'aws-security-group-rule-undescribed',
        'nifcloud-undescribed-group',
        'openstack-undescribed-group',
      ],
    ],
    ['CloudFront distributions sit behind a WAF', ['aws-cloudfront-no-waf']],
    ['Load balancers redirect HTTP to HTTPS', ['encryption-removed', 'aws-lb-old-tls', 'aws-lb-http-listener']],
    ['DNSSEC is enabled', ['gcp-dnssec-off', 'gcp-dnssec-weak']],
    ['Kafka brokers are not public', ['aws-msk-public']],
    ['Key vaults have purge protection', ['azure-key-vault-no-purge-protection']],
    ['Key vault secrets have an expiry date', ['azure-key-vault-secret-no-expiry']],
    ['S3 MFA delete is enabled', ['aws-s3-no-mfa-delete', 'aws-s3-no-mfa-delete-inline']],
    ['Buckets use uniform bucket-level access', ['gcp-storage-no-uniform-access']],
    ['Node auto-upgrade is on in GKE', ['gcp-gke-auto-repair-off', 'gcp-gke-auto-upgrade-off']],
    ['Terraform modules declare required_providers', ['provider-requirements-missing', 'provider-version-missing']],
    ['Start dates of DAGs are static', ['airflow-dynamic-start-date']],
    ['KFP components are self-contained', ['kfp-component-outer-name']],
    ['MLproject entry points name files that exist', ['mlproject-file-missing', 'mlproject-undeclared-parameter']],
    ['NaN is never compared with equality', ['nan-equality']],
    ['No root access keys', ['aws-root-access-key']],
    ['No retired resource types in Terraform', ['retired-resource-type']],
    ['Deprecated cloud services are not used', ['retired-resource-type']],
  ])('"%s"', (text, wanted) => {
    expect([...rulesOf(text)].sort()).toEqual([...wanted].sort());
  });
});

describe('an item that asks for much is bound to all of it', () => {
  test.each([['Backup retention is at least seven days', 'aws-rds-short-backup']])(
    '"%s" by %s, among others',
    (text, rule) => {
      expect(rulesOf(text)).toContain(rule);
    },
  );
});

describe('the same words for other things bind to nothing', () => {
  test.each([
    'Software is kept up to date',
    'Data provenance is recorded',
    'Password changes are logged',
    'Data exfiltration is monitored',
    'Redis cache keys include the tenant',
    'Project start date is fixed',
    'Multi-stage builds are used',
    'A single entry point is documented',
    'The working directory is clean',
    'Records are soft deleted',
    'Load balancers have health dashboards',
    'Nodes are labelled',
    'Kafka topics have owners',
    'Kafka consumers are idempotent',
    'Service accounts are documented',
    'Passwords are at least 12 characters long',
    'Password authentication is offered to users',
    'Certificates are renewed automatically',
    'Client certificates expire after a year',
    'Encryption keys are escrowed',
    'Key results are public',
    'Metadata of datasets is complete',
    'Missing values are compared between splits',
    'NaNs are imputed',
    'Parameters of experiments are tracked',
    'Entry points are documented',
    'The default network of the office is documented',
    'Certificates are signed by a trusted authority',
    'Kubernetes runs on supported versions',
    'Provenance of training data is recorded',
    'Public IP ranges are documented',
    'Data is transferred over secure channels',
  ])('"%s"', (text) => {
    expect(rulesOf(text)).toEqual([]);
  });
});
