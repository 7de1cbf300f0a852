import { CLOUD_TOPICS } from './cloud-topics.ts';
import type { Topic } from './topic.ts';
import { WORKFLOW_TOPICS } from './workflow-topics.ts';

const CONTAINER_RIGHTS = [
  'run-as-root',
  'run-as-non-root-missing',
  'user-missing',
  'user-removed',
  'last-user-root',
] as const;
const CONTAINER_PRIVILEGES = [
  'privileged-container',
  'compose-privileged',
  'privilege-escalation-allowed',
  'privilege-escalation-not-denied',
  'dangerous-capability-added',
  'capability-added',
  'capabilities-not-dropped',
  'unsafe-proc-mount',
  'windows-host-process',
  'seccomp-unconfined',
  'apparmor-unconfined',
  'selinux-custom-options',
  'security-context-missing',
  'compose-dangerous-capability',
  'security-context-weakened',
] as const;
const OUTSIDERS = [
  'dangerous-triggers',
  'trigger-made-privileged',
  'untrusted-checkout',
  'untrusted-checkout-fetched',
  'untrusted-checkout-race',
  'untrusted-checkout-moved',
  'dispatch-checkout-race',
] as const;
const CODE_SECRETS = ['secret-literal', 'secret-in-env-literal', 'ml-secret', 'provider-static-credentials'] as const;
const IMAGE_PINS = [
  'base-image-untagged',
  'base-image-latest-tag',
  'digest-dropped',
  'image-tag-latest',
  'image-without-digest',
  'compose-image-tag',
  'unpinned-image',
  'pipeline-image-tag',
] as const;
const SAFE_LOADING = [
  'torch-load-unsafe',
  'unsafe-deserialization',
  'trust-remote-code',
  'unsafe-load-introduced',
] as const;

const TRAILS = [
  'aws-cloudtrail-off',
  'aws-cloudtrail-no-validation',
  'aws-cloudtrail-one-region',
  'aws-cloudtrail-no-global-events',
] as const;

/** The table: what is asked for, and the rules that see where it is missing or taken away. */
export const TOPICS: readonly Topic[] = [
  // Supply chain
  {
    name: 'pinned actions',
    about: [['action'], ['pin', 'floating']],
    rules: ['unpinned-uses', 'pin-removed'],
    whole: true,
  },
  {
    name: 'maintained actions',
    about: [['action'], ['unmaintained', 'knownVulnerable']],
    rules: ['archived-action', 'known-vulnerable-action'],
  },
  {
    name: 'pinned base images',
    about: [['baseImage'], ['pin', 'floating']],
    unless: ['imageTagImmutable', 'lean'],
    rules: ['base-image-untagged', 'base-image-latest-tag', 'digest-dropped'],
    whole: true,
  },
  {
    name: 'pinned images',
    about: [['image'], ['pin', 'floating']],
    unless: ['imageTagImmutable', 'lean', 'baseImage', 'dependency', 'action'],
    rules: [...IMAGE_PINS],
    whole: true,
  },
  {
    name: 'reproducible images',
    about: [['image', 'baseImage'], ['reproducible']],
    rules: ['base-image-untagged', 'base-image-latest-tag', 'digest-dropped', 'pipeline-image-tag'],
  },
  { name: 'immutable tags', about: [['imageTagImmutable']], rules: ['aws-ecr-mutable-tags'] },
  {
    name: 'pinned dependencies',
    about: [['dependency'], ['pin', 'floating']],
    unless: ['terraform'],
    rules: ['requirements-unpinned', 'kfp-packages-unpinned'],
  },
  {
    name: 'reproducible environments',
    about: [['environmentSetup', 'dependency'], ['reproducible']],
    rules: ['requirements-unpinned'],
  },
  {
    name: 'pinned providers',
    about: [['provider'], ['pin', 'floating']],
    unless: ['image', 'model'],
    rules: ['provider-version-missing', 'lock-file-missing-or-stale'],
  },
  {
    name: 'pinned modules',
    about: [['module'], ['pin', 'floating']],
    unless: ['image', 'model'],
    rules: ['module-source-unpinned'],
    whole: true,
  },
  {
    name: 'pinned Terraform',
    about: [['terraform'], ['pin', 'floating']],
    unless: ['image', 'model', 'provider', 'module'],
    rules: [
      'provider-version-missing',
      'module-source-unpinned',
      'required-version-missing',
      'lock-file-missing-or-stale',
    ],
  },
  {
    name: 'clean releases',
    about: [['cachePoisoning']],
    rules: ['cache-poisoning', 'untrusted-checkout-cache', 'untrusted-files-cached'],
  },
  { name: 'certificates', about: [['certificate']], rules: ['tls-verification-disabled'] },
  { name: 'failing downloads', about: [['pipefail']], rules: ['run-pipe-without-pipefail', 'pipe-masks-exit-code'] },

  // Rights
  {
    name: 'token permissions',
    about: [
      ['token', 'workflow'],
      ['privilege', 'permission'],
    ],
    unless: ['serviceAccountToken', 'model', 'otherToken', 'githubApp', 'documented'],
    rules: [
      'excessive-permissions',
      'permissions-missing',
      'permissions-widened',
      'workflow-level-write',
      'unneeded-permission',
    ],
    whole: true,
  },
  {
    name: 'narrow roles',
    about: [
      ['iam', 'access'],
      ['privilege', 'wildcard'],
    ],
    unless: ['token', 'workflow', 'rbac', 'kubernetes', 'container'],
    rules: [
      'aws-iam-admin-policy',
      'aws-any-principal-policy',
      'aws-iam-privilege-escalation',
      '*-administrator-access*',
      'azure-role-any-action',
      'azure-owner-assignment',
      'gcp-basic-role',
      'gcp-admin-service-account',
    ],
  },
  {
    name: 'narrow cluster roles',
    about: [
      ['access', 'rbac'],
      ['privilege', 'wildcard'],
    ],
    unless: ['token', 'workflow', 'iam'],
    rules: ['rbac-*'],
  },
  { name: 'cluster roles', about: [['rbac']], unless: ['people'], rules: ['rbac-*', 'azure-aks-no-rbac'] },
  { name: 'cluster tokens', about: [['serviceAccountToken']], rules: ['service-account-token-automount'] },
  {
    name: 'no root',
    about: [['nonRoot'], ['container', 'dockerfile', 'kubernetes']],
    rules: [...CONTAINER_RIGHTS],
    whole: true,
  },
  {
    name: 'container rights',
    about: [
      ['container', 'kubernetes'],
      ['privilege', 'hardening'],
    ],
    unless: ['token', 'iam'],
    rules: [...CONTAINER_RIGHTS, ...CONTAINER_PRIVILEGES],
  },
  {
    name: 'privileged mode',
    about: [['privileged'], ['container', 'kubernetes']],
    rules: ['privileged-container', 'compose-privileged', 'security-context-weakened'],
    whole: true,
  },
  {
    name: 'privilege escalation',
    about: [['privilegeEscalation']],
    rules: ['privilege-escalation-allowed', 'privilege-escalation-not-denied'],
  },
  {
    name: 'capabilities',
    about: [['container', 'kubernetes'], ['capability']],
    rules: [
      'dangerous-capability-added',
      'compose-dangerous-capability',
      'capability-added',
      'capabilities-not-dropped',
      'net-raw-capability',
      'security-context-weakened',
    ],
  },
  { name: 'no root', about: [['nonRootUser']], rules: [...CONTAINER_RIGHTS], whole: true },
  {
    name: 'profiles of the kernel',
    about: [['kernelProfile']],
    rules: ['seccomp-unconfined', 'seccomp-profile-missing', 'apparmor-unconfined', 'selinux-custom-options'],
  },
  {
    name: 'read-only file systems',
    about: [['readOnlyRoot']],
    rules: ['writable-root-filesystem', 'security-context-weakened'],
  },
  { name: 'host ports', about: [['hostPort']], rules: ['host-port'] },
  {
    name: 'Docker socket',
    about: [['dockerSocket']],
    rules: ['docker-socket-mount', 'compose-docker-socket'],
    whole: true,
  },
  {
    name: 'host access',
    about: [['hostAccess']],
    rules: ['host-network', 'host-path-mount', 'compose-sensitive-host-dir'],
  },
  { name: 'sudo', about: [['sudo'], ['dockerfile', 'container']], rules: ['sudo-in-run'] },

  // Strangers
  { name: 'privileged triggers', about: [['forkTrigger']], rules: [...OUTSIDERS] },
  { name: 'code of strangers', about: [['untrusted'], ['checkout'], ['pipeline']], rules: [...OUTSIDERS] },
  {
    name: 'text of strangers',
    about: [['injection', 'untrusted'], ['expression']],
    unless: ['database', 'webPage', 'agentAtWork', 'artifact'],
    rules: [
      'template-injection',
      'input-in-script',
      'reusable-workflow-taint',
      'command-injection',
      'argument-injection',
      'request-forgery',
      'env-file-injection',
      'path-file-injection',
      'output-clobbering',
    ],
  },
  { name: 'prompts of strangers', about: [['promptInjection']], rules: ['prompt-injection', 'ai-output-as-code'] },
  {
    name: 'tools of agents',
    about: [['aiAgent'], ['privilege', 'permission', 'agentTool']],
    unless: ['people'],
    rules: ['ai-agent-excessive-tools', 'ai-agent-unsafe-sandbox', 'ai-agent-unrestricted-trigger'],
  },
  {
    name: 'verified downloads',
    about: [['download'], ['checksum']],
    unless: ['model', 'dataThing'],
    rules: ['download-then-run'],
  },
  { name: 'own runners', about: [['selfHosted']], unless: ['retired'], rules: ['self-hosted-runner-on-pr'] },

  // Secrets
  {
    name: 'secrets in code',
    about: [['secret'], ['kept']],
    unless: ['otherThanSecretStorage', 'baked', 'buildContext'],
    rules: [
      ...CODE_SECRETS,
      'secret-in-tfvars',
      'secret-in-arg-or-env',
      'dvc-remote-credentials',
      'notebook-output-leak',
      'hardcoded-container-credentials',
    ],
  },
  {
    name: 'secrets in images',
    about: [['secret'], ['baked']],
    unless: ['otherThanSecretStorage'],
    rules: ['secret-in-arg-or-env', 'secret-in-build-arg', 'copy-whole-context'],
  },
  {
    name: 'short-lived credentials',
    about: [['staticKey'], ['secret', 'cloud', 'oidc', 'pipeline']],
    unless: ['packageRegistry'],
    rules: ['static-cloud-credentials', 'provider-static-credentials'],
  },
  {
    name: 'trust of tokens',
    about: [['oidc'], ['cloud', 'iam', 'workflow']],
    rules: ['aws-github-oidc-trust-too-wide', 'static-cloud-credentials'],
  },
  { name: 'inherited secrets', about: [['secretsInherit']], rules: ['secrets-inherit'] },
  {
    name: 'token on the runner',
    about: [['persistCredentials']],
    rules: ['persist-credentials', 'credentials-in-artifact'],
  },
  { name: 'build context', about: [['buildContext']], rules: ['copy-whole-context'] },
  { name: 'secrets in state files', about: [['secret'], ['tfvars']], rules: ['secret-in-tfvars', 'secret-literal'] },

  // Gates
  {
    name: 'tests in the pipeline',
    about: [
      ['testKind', 'test'],
      ['inPipeline', 'gate', 'precede'],
    ],
    unless: ['otherTests'],
    rules: ['scanner-or-test-removed', 'gate-non-blocking'],
  },
  {
    name: 'scans',
    about: [
      ['scan', 'policyAsCode'],
      ['scanned', 'inPipeline', 'policyAsCode'],
    ],
    unless: ['local'],
    rules: ['gate-non-blocking', 'scanner-or-test-removed', 'scanner-settings-weakened'],
  },
  { name: 'image scans', about: [['imageScan'], ['registry']], rules: ['aws-ecr-no-scan'] },
  { name: 'gates', about: [['gate']], unless: ['people'], rules: ['gate-non-blocking', 'needs-removed'] },
  { name: 'softened gates', about: [['softened']], rules: ['gate-non-blocking'] },
  {
    name: 'order of jobs',
    about: [['precede'], ['test', 'scan']],
    unless: ['otherTests'],
    rules: ['needs-removed', 'gate-non-blocking'],
  },
  {
    name: 'order of provisioning',
    about: [['precede'], ['deploy'], ['provisioned']],
    unless: ['people'],
    rules: ['needs-removed'],
  },
  { name: 'scanner settings', about: [['scannerSettings']], rules: ['scanner-settings-weakened'] },
  {
    name: 'approvals',
    about: [['approval'], ['deploy']],
    unless: ['plan', 'allowedAction'],
    rules: ['approval-removed', 'deploy-without-approval'],
  },
  {
    name: 'reviewed plans',
    about: [['plan', 'apply'], ['reviewed'], ['terraform', 'apply']],
    rules: ['terraform-apply-unreviewed'],
  },
  {
    name: 'time limits',
    about: [['timeout'], ['job', 'pipeline']],
    unless: ['otherThanRun'],
    rules: ['missing-timeout', 'timeout-removed'],
    whole: true,
  },
  {
    name: 'cancelled deployments',
    about: [['cancelled'], ['deploy']],
    unless: ['people'],
    rules: ['deploy-cancel-in-progress', 'deploy-without-concurrency'],
  },

  // Images
  {
    name: 'lean images',
    about: [['image', 'baseImage'], ['lean']],
    rules: ['apt-get-lists-not-removed', 'pip-cache-kept'],
  },
  { name: 'COPY instead of ADD', about: [['addCopy']], rules: ['add-instead-of-copy'] },

  // Networks and data
  {
    name: 'closed ports',
    about: [['ingress'], ['exposed']],
    unless: ['bucket', 'adminPort'],
    rules: [
      '*-public-ingress',
      '*-all-ports-public',
      '*-public-ssh',
      '*-public-rdp',
      '*-unknown-port-public',
      'ingress-widened',
    ],
  },
  {
    name: 'closed consoles',
    about: [['adminPort'], ['exposed', 'ingress']],
    rules: ['*-public-ssh', '*-public-rdp', 'aws-eks-node-ssh-open', 'ingress-widened'],
  },
  {
    name: 'private buckets',
    about: [['bucket'], ['exposed']],
    rules: [
      'aws-s3-*public*',
      'azure-storage-public-*',
      'azure-storage-default-allow',
      'azure-storage-rules-default-allow',
      'azure-storage-network-public',
      'gcp-storage-public*',
      'digitalocean-spaces-public',
    ],
  },
  {
    name: 'private databases',
    about: [['database'], ['exposed']],
    unless: ['bucket'],
    rules: [
      'aws-rds-public',
      'aws-redshift-public',
      'aws-neptune-public',
      'azure-database-public',
      'azure-database-firewall-open',
      'azure-flexible-server-public',
      'azure-cosmos-public',
      'azure-redis-public',
      'azure-redis-firewall-open',
      'gcp-sql-public',
    ],
  },
  {
    name: 'network policies',
    about: [['networkPolicy']],
    rules: ['network-policy-removed', 'networkpolicy-*', 'azure-aks-no-network-policy'],
  },
  {
    name: 'closed control planes',
    about: [['clusterApi'], ['exposed']],
    rules: ['aws-eks-public-endpoint', 'azure-aks-public-api', 'gcp-gke-public-api'],
  },
  { name: 'instance metadata', about: [['imds']], rules: ['aws-imdsv1-allowed'] },
  {
    name: 'encryption',
    about: [['encryption'], ['atRest']],
    unless: ['keyRotation', 'otherEncrypted', 'tfState'],
    rules: ['encryption-removed', '*-unencrypted', 'aws-ebs-default-encryption-off'],
  },
  {
    name: 'encrypted traffic',
    about: [['encryption', 'tls'], ['inTransit']],
    unless: ['ingress', 'fetched'],
    rules: ['encryption-removed', '*-plaintext', '*-http', '*-old-tls'],
  },
  { name: 'TLS', about: [['oldTls']], rules: ['*-old-tls'] },
  {
    name: 'own keys',
    about: [['customerKey'], ['encryption', 'customerKey']],
    unless: ['keyRotation'],
    rules: ['*-default-key'],
  },
  { name: 'key rotation', about: [['keyRotation']], rules: ['*-no-rotation'] },
  { name: 'deletion', about: [['deletion']], rules: ['prevent-destroy-removed', '*-no-deletion-protection'] },
  {
    name: 'backups',
    about: [['backup']],
    unless: ['people', 'otherBackups', 'tfState'],
    rules: ['aws-rds-no-backup', 'gcp-sql-no-backup', 'aws-elasticache-no-backup', 'aws-dynamodb-no-recovery'],
  },
  { name: 'bucket versions', about: [['bucket'], ['versioning']], unless: ['model'], rules: ['*-versioning-off*'] },
  {
    name: 'renamed resources',
    about: [['renamed'], ['terraform', 'tfState']],
    rules: ['resource-renamed-without-moved'],
  },
  {
    name: 'state',
    about: [['tfState'], ['remote'], ['terraform', 'tfState']],
    rules: ['remote-state-missing', 'duplicate-backend-key'],
  },
  { name: 'unused declarations', about: [['unusedDeclaration']], rules: ['unused-declaration'] },
  {
    name: 'audit logs',
    about: [['auditLog'], ['cloud']],
    rules: [...TRAILS, 'aws-cloudtrail-no-log-group', '*-no-audit-log'],
  },
  {
    name: 'CloudTrail',
    about: [['cloudtrail']],
    rules: [...TRAILS],
  },
  { name: 'access logs', about: [['accessLog']], unless: ['secret'], rules: ['*-no-access-log'] },
  { name: 'flow logs', about: [['flowLog']], rules: ['*-no-flow-log', 'azure-flow-log-off'] },
  {
    name: 'required checks',
    about: [['requiredCheck']],
    rules: ['required-aggregate-passes-when-skipped', 'required-workflow-path-filter'],
  },
  { name: 'password policy', about: [['passwordPolicy']], rules: ['aws-password-policy-*'] },

  // Running
  {
    name: 'probes',
    about: [['probe']],
    unless: ['otherHealth'],
    rules: ['probe-removed', 'healthcheck-removed', 'readiness-probe-missing', 'probe-port-mismatch'],
  },
  { name: 'liveness', about: [['liveness']], rules: ['liveness-probe-missing', 'probe-removed'] },
  {
    name: 'no downtime',
    about: [['zeroDowntime']],
    rules: ['probe-removed', 'readiness-probe-missing', 'replicas-to-one'],
  },
  {
    name: 'limits',
    about: [['resources', 'memoryLimit'], ['limits']],
    unless: ['otherLimits'],
    rules: ['memory-limit-missing', 'resources-removed', 'serving-without-resources'],
  },
  {
    name: 'accelerators',
    about: [['gpu'], ['scheduled']],
    rules: ['gpu-request-limit-mismatch', 'accelerator-without-memory', 'resources-removed'],
  },
  {
    name: 'several pods',
    about: [['replicas']],
    unless: ['otherAvailability', 'runningSystem'],
    rules: ['replicas-to-one', 'single-replica'],
  },
  { name: 'spreading', about: [['spread']], rules: ['anti-affinity-missing'] },
  { name: 'disruption', about: [['disruption']], rules: ['pdb-*'] },
  {
    name: 'API versions',
    about: [['apiVersion'], ['kubernetes', 'apiVersion']],
    unless: ['otherThanRun'],
    rules: ['deprecated-api-version'],
  },
  {
    name: 'selectors',
    about: [['selector']],
    rules: ['selector-label-mismatch', 'service-dangling', 'target-port-unresolved'],
  },

  // Machine learning
  {
    name: 'seeds',
    about: [['seed']],
    unless: ['database'],
    rules: ['split-without-seed', 'seed-removed'],
    whole: true,
  },
  {
    name: 'reproducible training',
    about: [['reproducible'], ['experiment']],
    unless: ['image', 'baseImage'],
    rules: ['split-without-seed', 'seed-removed'],
  },
  {
    name: 'data leakage',
    about: [['leakage']],
    unless: ['secret', 'personal'],
    rules: ['fit-before-split', 'fit-on-test', 'evaluated-on-training-data', 'test-split-touched'],
  },
  { name: 'fitting', about: [['preprocessing'], ['trainOnly', 'leakage']], rules: ['fit-before-split', 'fit-on-test'] },
  {
    name: 'held-out data',
    about: [['evaluated'], ['heldOut']],
    rules: ['evaluated-on-training-data', 'fit-on-test', 'test-split-touched'],
  },
  {
    name: 'model versions',
    about: [['modelVersion']],
    unless: ['hub'],
    rules: ['model-uri-latest', 'mutable-model-uri'],
  },
  { name: 'models of hubs', about: [['hub'], ['revision']], rules: ['hf-model-without-revision'] },
  {
    name: 'judged models',
    about: [['model'], ['promoted'], ['evaluationGate']],
    rules: ['register-without-evaluation', 'metric-gate-weakened'],
  },
  { name: 'model gates', about: [['modelGate']], rules: ['metric-gate-weakened', 'register-without-evaluation'] },
  { name: 'model approvals', about: [['model'], ['approval'], ['promoted']], rules: ['deploy-without-approval'] },
  { name: 'data validation', about: [['dataValidation']], rules: ['validation-step-removed'] },
  { name: 'validation stages', about: [['stages'], ['validationWord']], rules: ['validation-step-removed'] },
  { name: 'data versions', about: [['dataVersioning']], rules: ['git-tracked-data', 'dvc-lock-stale'] },
  {
    name: 'versioned data',
    about: [['versionControl'], ['dataThing']],
    unless: ['bucket', 'database'],
    rules: ['git-tracked-data'],
  },
  {
    name: 'versioned models',
    about: [['versionControl'], ['modelThing']],
    rules: ['git-tracked-data', 'mutable-model-uri'],
  },
  { name: 'DVC', about: [['dvc']], rules: ['dvc-lock-stale', 'dvc-undeclared-dependency'] },
  { name: 'lineage', about: [['lineage']], rules: ['dvc-lock-stale'] },
  { name: 'safe loading', about: [['unsafeLoad', 'modelSecurity', 'remoteCode']], rules: [...SAFE_LOADING] },
  {
    name: 'retries',
    about: [['retry'], ['idempotentStep']],
    unless: ['otherRetry'],
    rules: ['airflow-no-retries', 'retries-removed', 'kfp-no-retries'],
  },
  { name: 'imports of DAGs', about: [['dagImport']], rules: ['airflow-top-level-work'] },
  { name: 'swallowed errors', about: [['exception']], unless: ['otherErrors'], rules: ['swallowed-exception'] },
  {
    name: 'outputs of notebooks',
    about: [['notebook'], ['notebookOutput', 'personal', 'secret']],
    rules: ['notebook-output-leak'],
  },
  {
    name: 'watched models',
    about: [['modelWatch']],
    unless: ['infrastructureDrift'],
    rules: ['monitoring-removed'],
  },
  { name: 'monitoring', about: [['monitorSetup']], unless: ['people'], rules: ['monitoring-removed'] },
  {
    name: 'watched models',
    about: [['monitoring'], ['model']],
    unless: ['infrastructureDrift'],
    rules: ['monitoring-removed'],
  },

  ...WORKFLOW_TOPICS,
  ...CLOUD_TOPICS,
];
