/** Words and phrases of cloud resources, and the rarer ones of images and machine learning; as in concepts.ts. */
export const CLOUD_CONCEPTS = {
  // Logs and alerts.
  databaseLog:
    'database audit log, database log, rds log, aurora log, neptune log, documentdb log, postgresql log, postgres log, mysql log, slow query log, log export, export log, database log export',
  brokerLog: 'broker log, kafka log, msk log, rabbitmq log, mq log, opensearch log, elasticsearch log',
  distributionLog: 'cloudfront log, distribution log, cdn log',
  controlPlaneLog:
    'control plane log, eks log, gke log, cluster audit log, kubernetes audit log, kubernetes api log, eks control plane log, control plane audit log',
  tracing: 'x ray, xray, lambda tracing, active tracing, api gateway tracing',
  logRetention:
    'log retention, retention of log, log group retention, logs retained, logs expire, log group expire, retention period log',
  containerInsights: 'container insight',
  defender: 'microsoft defender, defender for cloud',
  azureWord: 'azure, subscription, microsoft',
  securityContact: 'security contact, security alert mail, security alert email, alert email, alert mail',
  // Identities.
  rootAccessKey: 'root access key, root user access key, root account access key, access key for root user',
  lambdaPermission: 'lambda permission, function permission, lambda invoke permission, invoke permission',
  everybody: 'everybody, everyone, anyone, wildcard, public, star, source arn, source account',
  personalAccount: 'gmail account, personal gmail, personal google account',
  workloadPool:
    'workload identity pool, workload identity federation, workload identity provider, identity pool provider',
  attributeCondition: 'condition, attribute condition, repository, restrict, limit, narrow',
  registryAdmin:
    'registry admin, registry admin account, registry admin user, admin user of registry, container registry admin, acr admin, anonymous pull',
  defaultServiceAccount: 'default service account, default compute service account',
  googleMachine:
    'gcp, google, compute, compute engine, vm, virtual machine, gce, gke, google cloud, node, project, vms',
  passwordLogin:
    'password authentication, password login, password disabled, disable password, accept password, ssh key only, password based login',
  machine: 'vm, virtual machine, instance, machine, node, subnet, compute instance, ec2, server, vms',
  osLogin: 'os login, oslogin',
  serialPort: 'serial port, serial console',
  secureBoot:
    'secure boot, vtpm, shielded vm, shielded node, shielded instance, integrity monitoring, shielded gke node',
  databaseIam:
    'iam database authentication, iam authentication for database, database iam authentication, iam login for database, iam db authentication',
  managedIdentity: 'managed identity, system assigned identity',
  appService: 'app service, web app, function app',
  remoteDebugging: 'remote debugging',
  ftp: 'ftp, plain ftp',
  clientCertificate: 'client certificate, mutual tls, mtls',
  legacyAbac: 'legacy abac, legacy authorization, legacy authorisation, abac',
  nodeMetadata:
    'legacy metadata, legacy metadata endpoint, legacy metadata api, legacy metadata server, metadata concealment, workload metadata, node metadata, gke metadata server, metadata of node',
  dashboardAddon: 'kubernetes dashboard, aks dashboard, kube dashboard',
  policyAddon: 'azure policy add, azure policy addon, azure policy for aks',
  // Networks.
  publicIp: 'public ip, public address, public ip address, public ips, external ip, external ip address',
  privateNodes: 'private node, private gke node, node private',
  defaultVpc: 'default vpc, default virtual network',
  defaultSecurityGroup: 'default security group',
  groupDescription:
    'security group description, description of security group, security group described, security group rule description',
  ipForwarding: 'ip forwarding',
  waf: 'waf, web application firewall, web acl',
  balancer: 'load balancer, alb, elb, load balancer listener',
  httpsOnly: 'https, tls, plain http, http listener, redirect http, http',
  invalidHeader: 'invalid header, drop invalid header, invalid http header',
  dnssec: 'dnssec',
  googlePrivateAccess: 'private google access',
  directInternet: 'direct internet access, internet access, direct internet',
  sagemakerNotebook: 'sagemaker notebook, notebook instance, sagemaker',
  broker: 'message broker, kafka, msk, rabbitmq, activemq, broker, kafka broker',
  replicationInstance: 'replication instance, dms',
  factory: 'data factory',
  // Data.
  purgeProtection: 'purge protection',
  softDelete: 'soft delete',
  softDeleted: 'blob, key vault, storage, storage account, vault, azure, container',
  keyDeletionWindow: 'deletion window, kms deletion window, pending window',
  keyVault: 'key vault, keyvault',
  vaultNetwork: 'network acl, network rule, firewall, public, network, internet, exposed, default deny',
  expiry: 'expiry, expire, expiry date, expiration date',
  kmsKey: 'kms key, crypto key, encryption key',
  mfaDelete: 'mfa delete, multi factor delete',
  uniformAccess: 'uniform bucket level access, uniform bucket access, bucket acl, bucket level access',
  shortBackup: 'backup retention, backup retention period, retention of backup, backups retained, backups kept',
  geoBackup:
    'geo redundant backup, backup geo redundant, backups in another region, cross region backup, georedundant backup',
  geoStorage:
    'geo redundant storage, geo replication, grs, replicated across region, zone redundant storage, storage replication, storage account replication, georedundant storage',
  minorUpgrades:
    'minor version upgrade, automatic minor version upgrade, auto minor version upgrade, minor upgrade, minor engine upgrade',
  infrastructureEncryption: 'infrastructure encryption, double encryption, second layer encryption',
  autoRepair:
    'auto repair, node auto repair, automatic repair, node repair, nodes repaired automatically, auto upgrade, node auto upgrade, automatic node upgrade, nodes are upgraded automatically, node upgrade',
  nodePool: 'node, node pool, gke, cluster',
  cloudResource: 'cloud service, resource type, terraform resource',
  requiredProviders: 'required provider, provider requirement, provider source, required providers block',
  functionRuntime: 'lambda, serverless function, serverless, lambda function',
  appRuntime: 'app service, web app, azure function',
  runtimeWord: 'runtime, python version, node version, runtime version, language version',
  publicDataset: 'public dataset',
  allUsers:
    'users authenticated users, public iam member, public iam binding, public principal, allusers, allauthenticatedusers',
  bigQuery: 'bigquery, bigquery dataset, bigquery table',
  serviceAccountWord: 'service account',
  impersonation: 'impersonate, impersonation, token creator, service account token creator, service account user role',
  clusterLogin: 'client certificate, basic auth, basic authentication, client certificate authentication',
  cloudMonitoring:
    'cloud monitoring, monitoring enabled, monitoring is enabled, monitoring service, stackdriver, gke monitoring, cluster monitoring',
  databricksWord: 'databricks, databricks workspace',
  ipAccessList: 'ip access list, ip allow list, ip allowlist, ip range, ip restriction, ip address',
  ami: 'ami, amis, machine image lookup, ami lookup, aws ami, ami data source',
  imageOwner: 'owner, trusted owner, publisher, owned',
  securityGroup: 'security group, security group rule',
  inlineRule: 'inline, inline rule, inline block, standalone, standalone rule, separate rule, rule resource',
  mixed: 'mix, mixed, combine, together, conflict',
  groupAttached:
    'has security group, security group attached, attached security group, assigned security group, security group assigned, belongs security group, behind security group',
  peering: 'vpc peering, peering connection, peered network, peered vpc, peering, peering route',
  wideRoute: 'default route, 0 0 0 0, whole internet, narrow, specific route, minimal',
  policyAttachment: 'policy attachment, iam policy attachment',
  exclusive: 'exclusive, detach, replace',
  athenaWorkgroup: 'athena, athena workgroup, workgroup',
  clientSettings:
    'override, client setting, client side setting, enforce workgroup configuration, enforce configuration, client side',
  awsConfig: 'aws config, config aggregator, configuration aggregator, config recorder',
  allRegions: 'aggregate, aggregator, multi region',
  connectionThrottling: 'connection throttling, throttled connection',
  // Images.
  aptInstall: 'apt get, apt install, apt get install',
  nonInteractive: 'non interactive, noninteractive, assume yes, y flag, interactive, y',
  buildStage:
    'build stage, stage name, multi stage, multistage, multi stage build, named stage, stages of build, stage of dockerfile',
  stageFault: 'exist, unique, duplicate, unknown, defined, undefined, twice, distinct, resolve',
  startCommand: 'cmd, entrypoint, cmd instruction, entrypoint instruction',
  single: 'single, multiple, exactly, duplicate, several, twice, repeated',
  workdir: 'workdir, workdir path, workdir instruction',
  absolute: 'absolute, relative, absolute path, relative path',
  // Machine learning.
  startDate: 'start date',
  dag: 'dag, airflow, start date of dag',
  fixedDate: 'static, fixed, dynamic, constant, now, current time, clock, hard coded',
  kubeflow: 'kubeflow, kfp, kubeflow pipeline, vertex pipeline',
  stepCaching: 'caching, step cache, task caching',
  clock: 'clock, date, current time, time dependent, current date, today, time based',
  kfpComponent:
    'kfp component, kubeflow component, lightweight component, python component, pipeline component, component function, kubeflow pipeline component',
  selfContained:
    'self contained, global variable, outer scope, module level name, global, import inside, outside name, closure',
  mlproject: 'mlproject, mlflow project, ml project file, mlproject file',
  mlprojectFault: 'parameter, declared, exist, file, valid, entry point, environment file, undeclared, missing',
  nan: 'nan',
  compared: 'compare, comparison, equality, isnan, isna, np nan',
} as const;
