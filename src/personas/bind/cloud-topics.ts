import type { Topic } from './topic.ts';

/** What is asked of cloud resources, and the rarer things asked of images and machine learning. */
export const CLOUD_TOPICS: readonly Topic[] = [
  // Logs and alerts
  {
    name: 'logs of databases',
    about: [['databaseLog']],
    unless: ['secret', 'personal', 'masked', 'model'],
    rules: [
      'aws-rds-no-logs',
      'aws-neptune-no-logs',
      'aws-docdb-no-logs',
      'azure-postgresql-log-*',
      'gcp-postgres-no-*-log',
    ],
  },
  {
    name: 'logs of brokers',
    about: [['brokerLog']],
    unless: ['secret'],
    rules: ['aws-mq-no-logs', 'aws-msk-no-logs', 'aws-opensearch-no-logs'],
  },
  { name: 'logs of distributions', about: [['distributionLog']], rules: ['aws-cloudfront-no-logs'] },
  {
    name: 'logs of control planes',
    about: [['controlPlaneLog']],
    unless: ['secretBody'],
    rules: ['aws-eks-logging-missing', 'gcp-gke-logging-off', 'tencentcloud-cluster-no-log'],
  },
  { name: 'traces', about: [['tracing']], rules: ['aws-lambda-no-tracing', 'aws-api-gateway-no-tracing'] },
  {
    name: 'retention of logs',
    about: [['logRetention']],
    unless: ['model'],
    rules: ['aws-log-group-kept-forever', 'azure-sql-audit-retention-short', 'azure-flow-log-retention-short'],
  },
  { name: 'container insights', about: [['containerInsights']], rules: ['aws-ecs-no-container-insights'] },
  { name: 'Defender', about: [['defender']], rules: ['azure-defender-free'] },
  {
    name: 'security contacts',
    about: [['securityContact'], ['azureWord']],
    rules: ['azure-security-contact-silent', 'azure-security-alerts-to-admins-off', 'azure-sql-alert-mail-off'],
  },

  // Identities
  { name: 'keys of root', about: [['rootAccessKey']], rules: ['aws-root-access-key'] },
  {
    name: 'callers of functions',
    about: [['lambdaPermission'], ['everybody']],
    rules: ['aws-lambda-any-principal', 'aws-lambda-no-source'],
  },
  {
    name: 'personal accounts',
    about: [['personalAccount'], ['iam', 'googleMachine']],
    rules: ['gcp-personal-account'],
  },
  {
    name: 'workload identity',
    about: [['workloadPool'], ['attributeCondition']],
    rules: ['gcp-workload-identity-no-condition'],
  },
  {
    name: 'accounts of registries',
    about: [['registryAdmin']],
    rules: ['azure-registry-admin', 'azure-registry-anonymous-pull'],
  },
  {
    name: 'default service accounts',
    about: [['defaultServiceAccount'], ['googleMachine']],
    rules: ['gcp-default-service-account', 'gcp-gke-default-service-account', 'gcp-default-account-role'],
  },
  {
    name: 'password logins',
    about: [['passwordLogin'], ['machine']],
    rules: ['azure-vm-password-login', 'azure-vm-legacy-password-login'],
  },
  { name: 'OS Login', about: [['osLogin']], rules: ['gcp-os-login-missing', 'gcp-os-login-off'] },
  { name: 'serial ports', about: [['serialPort'], ['machine']], rules: ['gcp-serial-port-open'] },
  {
    name: 'shielded machines',
    about: [['secureBoot'], ['machine', 'kubernetes']],
    rules: ['gcp-vm-secure-boot-off', 'gcp-vm-vtpm-off', 'gcp-vm-integrity-monitoring-off', 'gcp-gke-unshielded-nodes'],
  },
  { name: 'IAM logins', about: [['databaseIam']], rules: ['aws-rds-no-iam-login'] },
  {
    name: 'identities of apps',
    about: [['appService'], ['managedIdentity']],
    rules: ['azure-app-service-no-identity'],
  },
  { name: 'debugging of apps', about: [['appService'], ['remoteDebugging']], rules: ['azure-app-service-debugging'] },
  { name: 'FTP', about: [['appService'], ['ftp']], rules: ['azure-app-service-ftp'] },
  {
    name: 'certificates of clients',
    about: [['appService'], ['clientCertificate']],
    rules: ['azure-app-service-no-client-certificate'],
  },
  { name: 'legacy authorisation', about: [['legacyAbac'], ['kubernetes']], rules: ['gcp-gke-legacy-abac'] },
  {
    name: 'metadata of nodes',
    about: [['nodeMetadata'], ['kubernetes']],
    rules: ['gcp-gke-node-metadata-exposed', 'gcp-gke-legacy-metadata'],
  },
  { name: 'dashboards of clusters', about: [['dashboardAddon'], ['kubernetes']], rules: ['azure-aks-dashboard'] },
  { name: 'policies of clusters', about: [['policyAddon']], rules: ['azure-aks-no-policy-addon'] },

  // Networks
  {
    name: 'public addresses',
    about: [['publicIp'], ['machine']],
    rules: [
      'aws-instance-public-ip',
      'aws-subnet-public-ip',
      'gcp-vm-public-ip',
      'gcp-gke-public-nodes',
      'azure-nic-public-ip',
      'tencentcloud-node-public-ip',
    ],
  },
  {
    name: 'private nodes',
    about: [['privateNodes'], ['kubernetes']],
    rules: ['gcp-gke-public-nodes', 'tencentcloud-node-public-ip'],
  },
  { name: 'default networks', about: [['defaultVpc']], rules: ['aws-default-vpc', 'gcp-project-default-network'] },
  { name: 'default security groups', about: [['defaultSecurityGroup']], rules: ['aws-default-security-group-open'] },
  {
    name: 'described security groups',
    about: [['groupDescription']],
    rules: ['aws-security-group-*undescribed', '*-undescribed-group'],
  },
  {
    name: 'forwarded packets',
    about: [['ipForwarding'], ['machine', 'cloud', 'ipForwarding']],
    rules: ['azure-nic-ip-forwarding', 'gcp-vm-ip-forwarding'],
  },
  {
    name: 'web firewalls',
    about: [['waf']],
    unless: ['people'],
    rules: ['aws-cloudfront-no-waf', 'azure-gateway-no-waf', 'aws-lb-no-waf'],
  },
  {
    name: 'listeners',
    about: [['balancer'], ['httpsOnly']],
    rules: [
      'aws-lb-http-listener',
      'nifcloud-balancer-http',
      'nifcloud-balancer-port-http',
      'tencentcloud-listener-http',
      'digitalocean-loadbalancer-http',
    ],
  },
  { name: 'invalid headers', about: [['balancer'], ['invalidHeader']], rules: ['aws-lb-drops-no-invalid-headers'] },
  { name: 'DNSSEC', about: [['dnssec']], rules: ['gcp-dnssec-off', 'gcp-dnssec-weak'] },
  { name: 'private access', about: [['googlePrivateAccess']], rules: ['gcp-subnet-no-private-access'] },
  {
    name: 'internet of notebooks',
    about: [['sagemakerNotebook'], ['directInternet']],
    rules: ['aws-sagemaker-internet'],
  },
  { name: 'private brokers', about: [['broker'], ['exposed']], rules: ['aws-mq-public', 'aws-msk-public'] },
  { name: 'private replication', about: [['replicationInstance'], ['exposed']], rules: ['aws-dms-public'] },
  { name: 'private data factories', about: [['factory'], ['exposed']], rules: ['azure-data-factory-public'] },

  // Data
  {
    name: 'purge protection',
    about: [['purgeProtection']],
    rules: ['azure-key-vault-no-purge-protection'],
  },
  {
    name: 'soft deletion',
    about: [['softDelete'], ['softDeleted']],
    rules: ['azure-blob-no-soft-delete', 'azure-key-vault-no-purge-protection'],
  },
  {
    name: 'deletion of keys',
    about: [['keyDeletionWindow'], ['kmsKey', 'customerKey', 'keyDeletionWindow']],
    unless: ['secret'],
    rules: ['aws-kms-short-deletion-window'],
  },
  {
    name: 'networks of vaults',
    about: [['keyVault'], ['vaultNetwork']],
    rules: ['azure-key-vault-open', 'azure-key-vault-no-network-rules'],
  },
  { name: 'expiry of secrets', about: [['keyVault'], ['expiry']], rules: ['azure-key-vault-secret-no-expiry'] },
  { name: 'private keys', about: [['kmsKey'], ['exposed']], rules: ['gcp-kms-public'] },
  { name: 'deletion with a second factor', about: [['mfaDelete']], rules: ['aws-s3-no-mfa-delete*'] },
  {
    name: 'access to buckets',
    about: [['uniformAccess'], ['bucket']],
    rules: ['gcp-storage-no-uniform-access'],
  },
  {
    name: 'age of backups',
    about: [['shortBackup']],
    unless: ['people', 'otherBackups', 'tfState'],
    rules: ['aws-rds-short-backup', 'aws-rds-no-backup'],
  },
  { name: 'place of backups', about: [['geoBackup']], rules: ['azure-database-local-backup'] },
  {
    name: 'places of data',
    about: [['geoStorage']],
    unless: ['database'],
    rules: ['azure-storage-one-region', 'azure-storage-local-copies'],
  },
  {
    name: 'fixes of databases',
    about: [['minorUpgrades'], ['database', 'cloud', 'enforced', 'minorUpgrades']],
    rules: ['aws-rds-no-minor-upgrades'],
  },
  {
    name: 'second layer of encryption',
    about: [['infrastructureEncryption']],
    rules: ['azure-database-infrastructure-encryption-missing', 'azure-storage-infrastructure-encryption-missing'],
  },
  {
    name: 'care of nodes',
    about: [['autoRepair'], ['nodePool', 'kubernetes']],
    rules: ['gcp-gke-auto-repair-off', 'gcp-gke-auto-upgrade-off'],
  },
  {
    name: 'required providers',
    about: [['requiredProviders'], ['terraform', 'requiredProviders']],
    rules: ['provider-requirements-missing', 'provider-version-missing'],
  },

  {
    name: 'retired services',
    about: [['cloudResource'], ['retired']],
    unless: ['people'],
    rules: ['retired-resource-type'],
  },

  {
    name: 'runtimes of functions',
    about: [['functionRuntime'], ['runtimeWord'], ['retired', 'supportedWord']],
    unless: ['action', 'people'],
    rules: ['aws-lambda-retired-runtime'],
  },
  {
    name: 'runtimes of apps',
    about: [['appRuntime'], ['runtimeWord'], ['retired', 'supportedWord']],
    unless: ['action', 'people'],
    rules: ['azure-app-service-retired-runtime'],
  },
  {
    name: 'everybody on Google Cloud',
    about: [['allUsers']],
    rules: ['gcp-iam-public', 'gcp-policy-data-public', 'gcp-bigquery-public', 'gcp-storage-public*', 'gcp-kms-public'],
  },
  {
    name: 'tables of everybody',
    about: [['bigQuery'], ['exposed', 'everybody']],
    unless: ['publicDataset'],
    rules: ['gcp-bigquery-public', 'gcp-policy-data-public'],
  },
  {
    name: 'impersonation',
    about: [['impersonation'], ['serviceAccountWord']],
    rules: ['gcp-impersonation-everywhere'],
  },
  { name: 'logins of clusters', about: [['clusterLogin'], ['gkeWord']], rules: ['gcp-gke-client-certificate'] },
  { name: 'metrics of clusters', about: [['cloudMonitoring'], ['gkeWord']], rules: ['gcp-gke-monitoring-off'] },
  {
    name: 'addresses of workspaces',
    about: [['databricksWord'], ['ipAccessList']],
    rules: ['databricks-open-access-list'],
  },
  {
    name: 'tokens of workspaces',
    about: [['databricksWord'], ['token'], ['expiry']],
    rules: ['databricks-endless-token'],
  },
  { name: 'owners of images', about: [['ami'], ['imageOwner']], rules: ['aws-ami-any-owner'] },
  {
    name: 'mixed rules',
    about: [['securityGroup'], ['inlineRule'], ['mixed']],
    rules: ['aws-security-group-rules-mixed'],
  },
  { name: 'guarded machines', about: [['machine'], ['groupAttached']], rules: ['nifcloud-machine-unguarded'] },
  { name: 'routes of peers', about: [['peering'], ['wideRoute']], rules: ['aws-peering-default-route'] },
  {
    name: 'exclusive attachments',
    about: [['policyAttachment'], ['exclusive']],
    rules: ['aws-exclusive-policy-attachment'],
  },
  { name: 'workgroups', about: [['athenaWorkgroup'], ['clientSettings']], rules: ['aws-athena-override'] },
  { name: 'regions of Config', about: [['awsConfig'], ['allRegions']], rules: ['aws-config-one-region'] },
  {
    name: 'throttled connections',
    about: [['connectionThrottling'], ['database']],
    rules: ['azure-postgresql-connection-throttling-off'],
  },

  // Images
  { name: 'silent installations', about: [['aptInstall'], ['nonInteractive']], rules: ['apt-get-missing-yes'] },
  {
    name: 'stages of builds',
    about: [['buildStage'], ['stageFault']],
    rules: ['copy-from-unknown-stage', 'stage-name-duplicate'],
  },
  { name: 'one start command', about: [['startCommand'], ['single']], rules: ['multiple-cmd'] },
  { name: 'working directories', about: [['workdir'], ['absolute']], rules: ['workdir-relative'] },

  // Machine learning
  { name: 'start dates', about: [['startDate'], ['dag'], ['fixedDate']], rules: ['airflow-dynamic-start-date'] },
  { name: 'cached steps', about: [['kubeflow'], ['stepCaching'], ['clock']], rules: ['kfp-cached-clock'] },
  { name: 'components', about: [['kfpComponent'], ['selfContained']], rules: ['kfp-component-outer-name'] },
  {
    name: 'MLflow projects',
    about: [['mlproject'], ['mlprojectFault']],
    rules: ['mlproject-file-missing', 'mlproject-undeclared-parameter'],
  },
  { name: 'not a number', about: [['nan'], ['compared']], rules: ['nan-equality'] },
];
