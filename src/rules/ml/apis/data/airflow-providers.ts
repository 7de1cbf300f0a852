import { moved, namesOf } from '../names-of.ts';
import type { Fate } from '../outdated.ts';

const GONE = { gone: [3, 0] } as const;
const STANDARD = 'airflow.providers.standard';
const SQL = 'airflow.providers.common.sql.operators.sql';
const CHECKS = 'SQLCheckOperator SQLIntervalCheckOperator SQLThresholdCheckOperator SQLValueCheckOperator';

/** Modules of Airflow 1 that Airflow 2 kept until 3.0, and where the classes stand that they brought. */
export const airflowProviders: readonly (readonly [string, Fate])[] = [
  ...moved(GONE, 'airflow.operators.bash_operator', `${STANDARD}.operators.bash`, 'BashOperator'),
  ...moved(
    GONE,
    'airflow.operators.python_operator',
    `${STANDARD}.operators.python`,
    'PythonOperator BranchPythonOperator ShortCircuitOperator PythonVirtualenvOperator',
  ),
  ...moved(
    GONE,
    'airflow.operators.dagrun_operator',
    `${STANDARD}.operators.trigger_dagrun`,
    'TriggerDagRunOperator TriggerDagRunLink',
  ),
  ...moved(GONE, 'airflow.operators.latest_only_operator', `${STANDARD}.operators.latest_only`, 'LatestOnlyOperator'),
  ...moved(GONE, 'airflow.operators.branch_operator', `${STANDARD}.operators.branch`, 'BaseBranchOperator'),
  ...moved(GONE, 'airflow.operators.email_operator', 'airflow.providers.smtp.operators.smtp', 'EmailOperator'),
  ...moved(
    GONE,
    'airflow.sensors.external_task_sensor',
    `${STANDARD}.sensors.external_task`,
    'ExternalTaskSensor ExternalTaskMarker',
  ),
  ...moved(GONE, 'airflow.sensors.time_delta_sensor', `${STANDARD}.sensors.time_delta`, 'TimeDeltaSensor'),
  ...moved(GONE, 'airflow.sensors.date_time_sensor', `${STANDARD}.sensors.date_time`, 'DateTimeSensor'),
  ...moved(GONE, 'airflow.sensors.base_sensor_operator', 'airflow.sdk', 'BaseSensorOperator'),
  ...moved(GONE, 'airflow.hooks.base_hook', 'airflow.sdk', 'BaseHook'),
  ...moved(
    GONE,
    'airflow.operators.sql',
    SQL,
    `${CHECKS} BaseSQLOperator BranchSQLOperator SQLColumnCheckOperator SQLTableCheckOperator parse_boolean`,
  ),
  ...moved(GONE, 'airflow.operators.check_operator', SQL, CHECKS),
  ...moved(GONE, 'airflow.operators.presto_check_operator', SQL, CHECKS),
  ...moved(GONE, 'airflow.operators.sql_branch_operator', SQL, 'BranchSQLOperator'),
  ...moved(GONE, 'airflow.sensors.sql', 'airflow.providers.common.sql.sensors.sql', 'SqlSensor'),
  ...moved(GONE, 'airflow.sensors.sql_sensor', 'airflow.providers.common.sql.sensors.sql', 'SqlSensor'),
  ...moved(GONE, 'airflow.hooks.dbapi', 'airflow.providers.common.sql.hooks.sql', 'DbApiHook ConnectorProtocol'),
  ...moved(GONE, 'airflow.hooks.dbapi_hook', 'airflow.providers.common.sql.hooks.sql', 'DbApiHook'),
  ...moved(GONE, 'airflow.hooks.S3_hook', 'airflow.providers.amazon.aws.hooks.s3', 'S3Hook provide_bucket_name'),
  ...moved(GONE, 'airflow.sensors.s3_key_sensor', 'airflow.providers.amazon.aws.sensors.s3', 'S3KeySensor'),
  ...moved(GONE, 'airflow.hooks.druid_hook', 'airflow.providers.apache.druid.hooks.druid', 'DruidHook DruidDbApiHook'),
  ...moved(
    GONE,
    'airflow.hooks.hive_hooks',
    'airflow.providers.apache.hive.hooks.hive',
    'HiveCliHook HiveMetastoreHook HiveServer2Hook HIVE_QUEUE_PRIORITIES',
  ),
  ...moved(GONE, 'airflow.hooks.pig_hook', 'airflow.providers.apache.pig.hooks.pig', 'PigCliHook'),
  ...moved(GONE, 'airflow.hooks.samba_hook', 'airflow.providers.samba.hooks.samba', 'SambaHook'),
  ...moved(GONE, 'airflow.hooks.slack_hook', 'airflow.providers.slack.hooks.slack', 'SlackHook'),
  ...moved(GONE, 'airflow.hooks.webhdfs_hook', 'airflow.providers.apache.hdfs.hooks.webhdfs', 'WebHDFSHook'),
  ...moved(GONE, 'airflow.hooks.zendesk_hook', 'airflow.providers.zendesk.hooks.zendesk', 'ZendeskHook'),
  ...moved(GONE, 'airflow.hooks.mssql_hook', 'airflow.providers.microsoft.mssql.hooks.mssql', 'MsSqlHook'),
  ...moved(
    GONE,
    'airflow.operators.mssql_operator',
    'airflow.providers.microsoft.mssql.operators.mssql',
    'MsSqlOperator',
  ),
  ...hooks(
    'docker Docker, http Http, jdbc Jdbc, mysql MySql, oracle Oracle, postgres Postgres, presto Presto, sqlite Sqlite',
  ),
  ...operators(
    'docker Docker, jdbc Jdbc, mysql MySql, oracle Oracle, papermill Papermill, postgres Postgres, sqlite Sqlite',
  ),
  ...moved(
    GONE,
    'airflow.operators.slack_operator',
    'airflow.providers.slack.operators.slack',
    'SlackAPIOperator SlackAPIPostOperator',
  ),
  ...moved(GONE, 'airflow.operators.pig_operator', 'airflow.providers.apache.pig.operators.pig', 'PigOperator'),
  ...moved(GONE, 'airflow.operators.hive_operator', 'airflow.providers.apache.hive.operators.hive', 'HiveOperator'),
  ...moved(
    GONE,
    'airflow.operators.hive_stats_operator',
    'airflow.providers.apache.hive.operators.hive_stats',
    'HiveStatsCollectionOperator',
  ),
  ...moved(
    GONE,
    'airflow.operators.s3_file_transform_operator',
    'airflow.providers.amazon.aws.operators.s3',
    'S3FileTransformOperator',
  ),
  ...transfers('amazon.aws', {
    gcs_to_s3: 'GCSToS3',
    google_api_to_s3_transfer: 'GoogleApiToS3',
    redshift_to_s3_operator: 'RedshiftToS3',
    s3_to_redshift_operator: 'S3ToRedshift',
  }),
  ...transfers('apache.hive', {
    hive_to_mysql: 'HiveToMySql',
    hive_to_samba_operator: 'HiveToSamba',
    mssql_to_hive: 'MsSqlToHive',
    mysql_to_hive: 'MySqlToHive',
    s3_to_hive_operator: 'S3ToHive',
  }),
  ...transfers('apache.druid', { hive_to_druid: 'HiveToDruid' }),
  ...transfers('mysql', { presto_to_mysql: 'PrestoToMySql' }),
  ...moved(GONE, 'airflow.sensors.http_sensor', 'airflow.providers.http.sensors.http', 'HttpSensor'),
  ...moved(GONE, 'airflow.sensors.web_hdfs_sensor', 'airflow.providers.apache.hdfs.sensors.web_hdfs', 'WebHdfsSensor'),
  ...sensors(
    'hive_partition HivePartition, metastore_partition MetastorePartition, named_hive_partition NamedHivePartition',
  ),
  ...moved(
    GONE,
    'airflow.macros.hive',
    'airflow.providers.apache.hive.macros.hive',
    'closest_ds_partition max_partition',
  ),
  ...moved(
    GONE,
    'airflow.executors.celery_executor',
    'airflow.providers.celery.executors.celery_executor',
    'CeleryExecutor',
  ),
  ...moved(
    GONE,
    'airflow.executors.kubernetes_executor',
    'airflow.providers.cncf.kubernetes.executors.kubernetes_executor',
    'KubernetesExecutor',
  ),
  ...namesOf(GONE, {
    'airflow.executors.celery_kubernetes_executor': 'Import it from `airflow.providers.celery.executors`.',
    'airflow.executors.local_kubernetes_executor': 'Import it from `airflow.providers.cncf.kubernetes.executors`.',
    'airflow.executors.kubernetes_executor_utils': 'Import it from `airflow.providers.cncf.kubernetes.executors`.',
    'airflow.executors.kubernetes_executor_types': 'Import it from `airflow.providers.cncf.kubernetes.executors`.',
    'airflow.executors.dask_executor': 'Import it from `airflow.providers.daskexecutor.executors.dask_executor`.',
    'airflow.kubernetes': 'Import it from `airflow.providers.cncf.kubernetes`.',
    'airflow.www.security': 'Import it from `airflow.providers.fab.auth_manager.security_manager`.',
    'airflow.www.fab_security': 'Import it from `airflow.providers.fab`.',
    'airflow.auth.managers.fab': 'Import it from `airflow.providers.fab.auth_manager`.',
    'airflow.api.auth.backend': 'Import it from `airflow.providers.fab.auth_manager.api.auth.backend`.',
    'airflow.operators.http_operator.SimpleHttpOperator': 'airflow.providers.http.operators.http.HttpOperator',
    'airflow.operators.druid_check_operator': `Use \`${SQL}.SQLCheckOperator\`.`,
    'airflow.operators.dummy.DummyOperator': `${STANDARD}.operators.empty.EmptyOperator`,
    'airflow.operators.dummy.EmptyOperator': `${STANDARD}.operators.empty.EmptyOperator`,
    'airflow.operators.dummy_operator.DummyOperator': `${STANDARD}.operators.empty.EmptyOperator`,
    'airflow.operators.dummy_operator.EmptyOperator': `${STANDARD}.operators.empty.EmptyOperator`,
    'airflow.operators.DummyOperator': `${STANDARD}.operators.empty.EmptyOperator`,
    'airflow.operators.EmptyOperator': `${STANDARD}.operators.empty.EmptyOperator`,
    'airflow.operators.BashOperator': `${STANDARD}.operators.bash.BashOperator`,
    'airflow.operators.PythonOperator': `${STANDARD}.operators.python.PythonOperator`,
    'airflow.operators.check_operator.CheckOperator': `${SQL}.SQLCheckOperator`,
    'airflow.operators.check_operator.IntervalCheckOperator': `${SQL}.SQLIntervalCheckOperator`,
    'airflow.operators.check_operator.ThresholdCheckOperator': `${SQL}.SQLThresholdCheckOperator`,
    'airflow.operators.check_operator.ValueCheckOperator': `${SQL}.SQLValueCheckOperator`,
    'airflow.operators.presto_check_operator.PrestoCheckOperator': `${SQL}.SQLCheckOperator`,
    'airflow.operators.presto_check_operator.PrestoIntervalCheckOperator': `${SQL}.SQLIntervalCheckOperator`,
    'airflow.operators.presto_check_operator.PrestoValueCheckOperator': `${SQL}.SQLValueCheckOperator`,
    'airflow.operators.sql_branch_operator.BranchSqlOperator': `${SQL}.BranchSQLOperator`,
    'airflow.sensors.external_task_sensor.ExternalTaskSensorLink': `${STANDARD}.sensors.external_task.ExternalDagLink`,
  }),
];

/** `docker Docker` is `airflow.hooks.docker_hook.DockerHook`, which is in the provider of that name now. */
function hooks(list: string): readonly (readonly [string, Fate])[] {
  return pairsOf(list).flatMap(([module, name]) =>
    moved(GONE, `airflow.hooks.${module}_hook`, `airflow.providers.${module}.hooks.${module}`, `${name}Hook`),
  );
}

function operators(list: string): readonly (readonly [string, Fate])[] {
  return pairsOf(list).flatMap(([module, name]) =>
    moved(
      GONE,
      `airflow.operators.${module}_operator`,
      `airflow.providers.${module}.operators.${module}`,
      `${name}Operator`,
    ),
  );
}

function sensors(list: string): readonly (readonly [string, Fate])[] {
  return pairsOf(list).flatMap(([module, name]) =>
    moved(GONE, `airflow.sensors.${module}_sensor`, `airflow.providers.apache.hive.sensors.${module}`, `${name}Sensor`),
  );
}

function pairsOf(list: string): readonly (readonly [string, string])[] {
  return list.split(', ').map((pair) => {
    const [module = '', name = ''] = pair.split(' ');
    return [module, name];
  });
}

/** Transfers had names in `Transfer` and `Operator`; the second one stayed. */
function transfers(provider: string, rows: Readonly<Record<string, string>>): readonly (readonly [string, Fate])[] {
  return Object.entries(rows).flatMap(([module, name]) => {
    const to = `airflow.providers.${provider}.transfers.${module.replace(/_(operator|transfer)$/, '')}.${name}Operator`;
    return ['Operator', 'Transfer'].map(
      (last) => [`airflow.operators.${module}.${name}${last}`, { ...GONE, to }] as const,
    );
  });
}
