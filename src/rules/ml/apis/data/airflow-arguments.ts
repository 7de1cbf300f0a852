import type { OutdatedKeyword, OutdatedMember } from '../outdated.ts';

const DAG = /^airflow\.(DAG|dag|(models|sdk)(\.dag)?\.DAG|decorators(\.dag)?\.dag|sdk\.dag)$/;
const STANDARD = String.raw`^airflow\.(providers\.standard\.)?`;
const ANY_TASK = /^airflow\.([\w.]+\.)?\w*(Operator|Sensor)(\.partial)?$|^airflow\.(decorators|sdk)\.task(\.\w+)?$/;
const GONE = { gone: [3, 0] } as const;
const DELETE = 'Delete it.';

/** Arguments that Airflow 3.0 refuses, and those it takes and ignores. */
export const airflowKeywords: readonly OutdatedKeyword[] = [
  { ...GONE, callee: DAG, keyword: 'schedule_interval', to: 'schedule' },
  { ...GONE, callee: DAG, keyword: 'timetable', to: 'schedule' },
  { ...GONE, callee: DAG, keyword: 'concurrency', to: 'max_active_tasks' },
  { ...GONE, callee: DAG, keyword: 'fail_stop', to: 'fail_fast', since: [3, 0] },
  { ...GONE, callee: DAG, keyword: 'default_view', advice: DELETE },
  { ...GONE, callee: DAG, keyword: 'orientation', advice: DELETE },
  { ...GONE, callee: DAG, keyword: 'full_filepath', advice: DELETE },
  {
    callee: DAG,
    keyword: 'sla_miss_callback',
    since: [3, 0],
    advice: 'Airflow 3 ignores it: watch run times by a deadline alert or by metrics.',
  },
  { ...GONE, callee: ANY_TASK, keyword: 'provide_context', advice: 'Delete it: the context is always given.' },
  { ...GONE, callee: ANY_TASK, keyword: 'task_concurrency', to: 'max_active_tis_per_dag' },
  {
    ...GONE,
    callee: ANY_TASK,
    keyword: 'sla',
    advice: 'Delete it: nothing watches it. Set `execution_timeout`, or a deadline alert on the DAG.',
  },
  {
    ...GONE,
    callee: new RegExp(`${STANDARD}operators\\.trigger_dagrun\\.TriggerDagRunOperator$`),
    keyword: 'execution_date',
    to: 'logical_date',
  },
  {
    ...GONE,
    callee: new RegExp(`${STANDARD}(operators|sensors)\\.(datetime|weekday)\\.\\w+$`),
    keyword: 'use_task_execution_day',
    to: 'use_task_logical_date',
  },
  {
    ...GONE,
    callee: new RegExp(`${STANDARD}operators\\.bash\\.BashOperator$`),
    keyword: 'skip_exit_code',
    to: 'skip_on_exit_code',
  },
  {
    ...GONE,
    callee: /^airflow\.[\w.]+TaskHandler$/,
    keyword: 'filename_template',
    advice: 'Set `[logging] log_filename_template`.',
  },
  { callee: /^airflow\.sdk\.Variable\.get$/, keyword: 'default_var', gone: [3, 0], to: 'default' },
];

const DATASETS = /^airflow\.(datasets\.)?(Dataset|DatasetAlias|DatasetAll|DatasetAny)$/;
const BACKENDS = /^airflow\.[\w.]*(Backend|Hook)$/;

/** Methods that Airflow 3.0 renamed or removed. */
export const airflowMembers: readonly OutdatedMember[] = [
  { ...GONE, receiver: DATASETS, member: 'iter_datasets', to: 'iter_assets' },
  { ...GONE, receiver: DATASETS, member: 'iter_dataset_aliases', to: 'iter_asset_aliases' },
  ...renamed(/^airflow\.datasets\.manager\.DatasetManager$/, [
    'register_dataset_change',
    'create_datasets',
    'notify_dataset_created',
    'notify_dataset_changed',
    'notify_dataset_alias_created',
  ]),
  ...renamed(/^airflow\.lineage\.hook\.HookLineageCollector$/, [
    'create_dataset',
    'add_input_dataset',
    'add_output_dataset',
    'collected_datasets',
  ]),
  ...renamed(/^airflow\.lineage\.hook\.DatasetLineageInfo$/, ['dataset']),
  ...renamed(/^airflow\.[\w.]*AuthManager$/, ['is_authorized_dataset']),
  ...renamed(/^airflow\.providers_manager\.ProvidersManager$/, [
    'initialize_providers_dataset_uri_resources',
    'dataset_factories',
    'dataset_uri_handlers',
    'dataset_to_openlineage_converters',
  ]),
  { ...GONE, receiver: BACKENDS, member: 'get_conn_uri', to: 'get_conn_value' },
  { ...GONE, receiver: BACKENDS, member: 'get_connections', to: 'get_connection' },
  {
    ...GONE,
    receiver: DAG,
    member: 'create_dagrun',
    advice: 'Start runs with `TriggerDagRunOperator` or by the REST API.',
  },
  ...[
    'allow_future_exec_dates',
    'concurrency',
    'full_filepath',
    'filepath',
    'normalized_schedule_interval',
    'latest_execution_date',
    'date_range',
    'schedule_interval',
  ].map((member) => ({ ...GONE, receiver: DAG, member, advice: 'Delete it: DAGs no longer have it.' })),
];

function renamed(receiver: RegExp, members: readonly string[]): readonly OutdatedMember[] {
  return members.map((member) => ({ ...GONE, receiver, member, to: member.replace('dataset', 'asset') }));
}
