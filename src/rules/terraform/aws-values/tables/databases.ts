import { anyCase, between, form, growing, type ValueTable, words } from '../allowed.ts';
import { DATABASE_CLASS, INSTANCE_TYPE, instanceOf, SEARCH_TYPE } from '../machine-types.ts';
import { DATABASE_ID, dottedName, plainName } from '../names.ts';

const CACHE_TYPE = instanceOf('cache', 'cache.t4g.micro');
const RDS_STORAGE = words('standard gp2 gp3 io1 io2');
const NETWORK_TYPE = words('IPV4 DUAL');
const MONITORING = words('0 1 5 10 15 30 60');
/** The provider checks both windows before it asks AWS. */
const WEEKLY = form(
  /^(?:mon|tue|wed|thu|fri|sat|sun):(?:[01]\d|2[0-3]):[0-5]\d-(?:mon|tue|wed|thu|fri|sat|sun):(?:[01]\d|2[0-3]):[0-5]\d$/i,
  'a window of the form `mon:03:00-mon:04:00`',
);
const DAILY = form(
  /^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/,
  'a window of the form `03:00-04:00`, in UTC',
);
const DATABASE_ENGINE = {
  oneOf: (
    'mysql mariadb postgres oracle-ee oracle-ee-cdb oracle-se2 oracle-se2-cdb sqlserver-ee sqlserver-se sqlserver-ex ' +
    'sqlserver-web sqlserver-dev-ee db2-ae db2-se aurora-mysql aurora-postgresql docdb neptune'
  ).split(' '),
  anyCase: true,
  grows: true,
  orForm: /^custom-/,
};
const CLUSTER_ENGINE = {
  oneOf: 'aurora-mysql aurora-postgresql mysql postgres'.split(' '),
  orForm: /^(?:custom.*|neptune|docdb)$/,
};
const CACHE_LOG = {
  'log_delivery_configuration.destination_type': words('cloudwatch-logs kinesis-firehose'),
  'log_delivery_configuration.log_format': words('json text'),
  'log_delivery_configuration.log_type': words('slow-log engine-log'),
};
const CACHE = {
  node_type: CACHE_TYPE,
  network_type: words('ipv4 ipv6 dual_stack'),
  ip_discovery: words('ipv4 ipv6'),
  maintenance_window: WEEKLY,
  snapshot_window: DAILY,
  snapshot_retention_limit: between(0, 35),
  ...CACHE_LOG,
};
const STREAM_VIEW = words('KEYS_ONLY NEW_IMAGE OLD_IMAGE NEW_AND_OLD_IMAGES');
const SEARCH = {
  domain_name: form(
    /^[a-z][a-z0-9-]{2,27}$/,
    '3 to 28 small letters, digits and hyphens, a letter first',
    /[^a-z0-9-]/,
  ),
  'cluster_config.instance_type': SEARCH_TYPE,
  'cluster_config.dedicated_master_type': SEARCH_TYPE,
  'ebs_options.volume_type': words('standard gp2 gp3 io1'),
  'log_publishing_options.log_type': words('INDEX_SLOW_LOGS SEARCH_SLOW_LOGS ES_APPLICATION_LOGS AUDIT_LOGS'),
};

/** Databases, caches and search. */
export const databases: ValueTable = {
  aws_db_instance: {
    engine: DATABASE_ENGINE,
    instance_class: DATABASE_CLASS,
    identifier: DATABASE_ID,
    storage_type: RDS_STORAGE,
    backup_retention_period: between(0, 35),
    backup_window: DAILY,
    maintenance_window: WEEKLY,
    monitoring_interval: MONITORING,
    network_type: NETWORK_TYPE,
    license_model: words(
      'license-included bring-your-own-license general-public-license postgresql-license marketplace-license',
    ),
    replica_mode: words('open-read-only mounted'),
    database_insights_mode: words('standard advanced'),
    enabled_cloudwatch_logs_exports: growing(
      'audit error general slowquery iam-db-auth-error iam-db-auth instance agent alert listener trace oemagent postgresql upgrade diag.log notify.log',
    ),
  },
  aws_rds_cluster: {
    engine: CLUSTER_ENGINE,
    engine_mode: words('global multimaster parallelquery provisioned serverless'),
    cluster_identifier: DATABASE_ID,
    db_cluster_instance_class: DATABASE_CLASS,
    storage_type: words('aurora aurora-iopt1 io1 io2 gp3'),
    backup_retention_period: between(1, 35),
    preferred_backup_window: DAILY,
    preferred_maintenance_window: WEEKLY,
    network_type: NETWORK_TYPE,
    database_insights_mode: words('standard advanced'),
    'scaling_configuration.timeout_action': words('ForceApplyCapacityChange RollbackCapacityChange'),
    'serverlessv2_scaling_configuration.max_capacity': between(1, 256),
    'serverlessv2_scaling_configuration.min_capacity': between(0, 256),
  },
  aws_rds_cluster_instance: {
    engine: CLUSTER_ENGINE,
    instance_class: DATABASE_CLASS,
    identifier: DATABASE_ID,
    promotion_tier: between(0, 15),
    monitoring_interval: MONITORING,
    preferred_maintenance_window: WEEKLY,
  },
  aws_db_parameter_group: { 'parameter.apply_method': words('immediate pending-reboot') },
  aws_rds_cluster_parameter_group: { 'parameter.apply_method': words('immediate pending-reboot') },
  aws_db_proxy: { engine_family: words('MYSQL POSTGRESQL SQLSERVER') },
  aws_elasticache_cluster: {
    ...CACHE,
    engine: words('memcached redis valkey'),
    cluster_id: form(
      /^[a-z](?!.*--)(?:[a-z0-9-]{0,48}[a-z0-9])?$/i,
      'up to 50 letters, digits and single hyphens, a letter first and no hyphen last',
      /[^a-z0-9-]/i,
    ),
    az_mode: words('single-az cross-az'),
    outpost_mode: words('single-outpost cross-outpost'),
  },
  aws_elasticache_replication_group: {
    ...CACHE,
    engine: words('redis valkey'),
    replication_group_id: form(
      /^[a-z](?!.*--)(?:[a-z0-9-]{0,38}[a-z0-9])?$/i,
      'up to 40 letters, digits and single hyphens, a letter first and no hyphen last',
      /[^a-z0-9-]/i,
    ),
    transit_encryption_mode: words('preferred required'),
    auth_token_update_strategy: words('SET ROTATE DELETE'),
    cluster_mode: words('enabled disabled compatible'),
  },
  aws_elasticache_serverless_cache: { engine: words('memcached redis valkey') },
  aws_elasticache_user: { engine: anyCase('redis valkey') },
  aws_dynamodb_table: {
    name: dottedName(255, 3),
    billing_mode: words('PROVISIONED PAY_PER_REQUEST'),
    stream_view_type: STREAM_VIEW,
    table_class: words('STANDARD STANDARD_INFREQUENT_ACCESS'),
    'attribute.type': words('S N B'),
    'global_secondary_index.projection_type': words('ALL INCLUDE KEYS_ONLY'),
    'local_secondary_index.projection_type': words('ALL INCLUDE KEYS_ONLY'),
    'point_in_time_recovery.recovery_period_in_days': between(1, 35),
  },
  aws_redshift_cluster: {
    node_type: form(/^[a-z]{2}\d?[a-z]?\.(?:large|xlplus|xlarge|\d{1,2}xlarge)$/, 'a type of the form `ra3.xlplus`'),
    cluster_type: words('single-node multi-node'),
    cluster_identifier: DATABASE_ID,
    preferred_maintenance_window: WEEKLY,
    automated_snapshot_retention_period: between(0, 35),
  },
  aws_docdb_cluster: { engine: words('docdb'), cluster_identifier: DATABASE_ID, storage_type: words('standard iopt1') },
  aws_docdb_cluster_instance: { engine: words('docdb'), instance_class: DATABASE_CLASS },
  aws_neptune_cluster: { engine: words('neptune'), storage_type: words('standard iopt1') },
  aws_neptune_cluster_instance: { engine: words('neptune'), instance_class: DATABASE_CLASS },
  aws_opensearch_domain: SEARCH,
  aws_elasticsearch_domain: SEARCH,
  aws_dms_endpoint: {
    endpoint_type: words('source target'),
    ssl_mode: words('none require verify-ca verify-full'),
  },
  aws_dms_replication_task: { migration_type: words('full-load cdc full-load-and-cdc') },
  aws_dms_replication_instance: { replication_instance_class: instanceOf('dms', 'dms.t3.medium') },
  aws_sagemaker_notebook_instance: { instance_type: instanceOf('ml', 'ml.t3.medium'), name: plainName(63) },
  aws_emr_cluster: {
    'master_instance_group.instance_type': INSTANCE_TYPE,
    'core_instance_group.instance_type': INSTANCE_TYPE,
    scale_down_behavior: words('TERMINATE_AT_INSTANCE_HOUR TERMINATE_AT_TASK_COMPLETION'),
  },
};
