import { moved, namesOf } from '../names-of.ts';
import type { Fate } from '../outdated.ts';

const GONE = { gone: [3, 0] } as const;
const STANDARD = 'airflow.providers.standard';
const CONFIGURATION = 'get getboolean getfloat getint has_option remove_option as_dict set';

/**
 * What Airflow 3.0 removed from its core (https://airflow.apache.org/docs/apache-airflow/stable/installation/upgrading_to_airflow3.html
 * and the notes of its changes), operators and hooks aside.
 */
export const airflowRemoved: readonly (readonly [string, Fate])[] = [
  ...CONFIGURATION.split(' ').map(
    (name) => [`airflow.configuration.${name}`, { ...GONE, to: `airflow.configuration.conf.${name}` }] as const,
  ),
  ...moved(GONE, 'airflow.utils.db', 'airflow.utils.session', 'create_session provide_session'),
  ...moved(
    GONE,
    'airflow.auth.managers.base_auth_manager',
    'airflow.api_fastapi.auth.managers.base_auth_manager',
    'BaseAuthManager',
  ),
  ...moved(GONE, 'airflow.utils.helpers', 'airflow.sdk', 'chain cross_downstream'),
  ...assets('amazon.aws.datasets.s3', 'amazon.aws.assets.s3'),
  ...assets('common.io.datasets.file', 'common.io.assets.file'),
  ...assets('common.io.dataset.file', 'common.io.assets.file'),
  ...assets('google.datasets.bigquery', 'google.assets.bigquery'),
  ...assets('google.datasets.gcs', 'google.assets.gcs'),
  ...assets('mysql.datasets.mysql', 'mysql.assets.mysql'),
  ...assets('postgres.datasets.postgres', 'postgres.assets.postgres'),
  ...assets('trino.datasets.trino', 'trino.assets.trino'),
  ...namesOf(GONE, {
    'airflow.providers.openlineage.utils.utils.DatasetInfo': 'airflow.providers.openlineage.utils.utils.AssetInfo',
    'airflow.providers.openlineage.utils.utils.translate_airflow_dataset':
      'airflow.providers.openlineage.utils.utils.translate_airflow_asset',
    'airflow.providers.amazon.aws.auth_manager.avp.entities.AvpEntities.DATASET':
      'airflow.providers.amazon.aws.auth_manager.avp.entities.AvpEntities.ASSET',
    'airflow.contrib': 'Import it from the provider that has it now, `airflow.providers.*`.',
    'airflow.subdag': 'Use a `TaskGroup`.',
    'airflow.operators.subdag': 'Use a `TaskGroup`.',
    'airflow.operators.subdag_operator': 'Use a `TaskGroup`.',
    'airflow.utils.dates': 'Write the date down, `datetime(2026, 1, 1)`, or compute it with `pendulum`.',
    'airflow.utils.decorators.apply_defaults': 'Delete it: `BaseOperator` does it by itself.',
    'airflow.utils.file.TemporaryDirectory': 'tempfile.TemporaryDirectory',
    'airflow.utils.file.mkdirs': 'Use `pathlib.Path.mkdir`.',
    'airflow.utils.dag_cycle_tester.test_cycle': 'airflow.utils.dag_cycle_tester.check_cycle',
    'airflow.utils.state.SHUTDOWN': 'Delete it: no task has this state.',
    'airflow.utils.state.terminating_states': 'Delete it: no task has these states.',
    'airflow.utils.trigger_rule.TriggerRule.DUMMY': 'airflow.utils.trigger_rule.TriggerRule.ALWAYS',
    'airflow.utils.trigger_rule.TriggerRule.NONE_FAILED_OR_SKIPPED':
      'airflow.utils.trigger_rule.TriggerRule.NONE_FAILED_MIN_ONE_SUCCESS',
    'airflow.models.ImportError': 'airflow.models.errors.ParseImportError',
    'airflow.models.errors.ImportError': 'airflow.models.errors.ParseImportError',
    'airflow.models.dagparam': 'Import it from `airflow.models.param`.',
    'airflow.models.taskfail': 'Ask the REST API for task instances that failed.',
    'airflow.models.slamiss': 'Service level agreements are gone; watch run times by deadline alerts or metrics.',
    'airflow.models.DAG.create_dagrun': 'Start runs with `TriggerDagRunOperator` or by the REST API.',
    'airflow.datasets.DatasetAliasEvent': 'airflow.sdk.definitions.asset.AssetAliasEvent',
    'airflow.datasets.manager.DatasetManager': 'airflow.assets.manager.AssetManager',
    'airflow.datasets.manager.dataset_manager': 'airflow.assets.manager.asset_manager',
    'airflow.datasets.manager.resolve_dataset_manager': 'airflow.assets.manager.resolve_asset_manager',
    'airflow.lineage.hook.DatasetLineageInfo': 'airflow.lineage.hook.AssetLineageInfo',
    'airflow.listeners.spec.dataset.on_dataset_created': 'airflow.listeners.spec.asset.on_asset_created',
    'airflow.listeners.spec.dataset.on_dataset_changed': 'airflow.listeners.spec.asset.on_asset_changed',
    'airflow.timetables.simple.DatasetTriggeredTimetable': 'airflow.timetables.simple.AssetTriggeredTimetable',
    'airflow.security.permissions.RESOURCE_DATASET': 'airflow.security.permissions.RESOURCE_ASSET',
    'airflow.api_connexion': 'The API is made of `airflow.api_fastapi` now.',
    'airflow.auth.managers.models.resource_details.DatasetDetails':
      'airflow.api_fastapi.auth.managers.models.resource_details.AssetDetails',
    'airflow.auth.managers': 'Import it from `airflow.api_fastapi.auth.managers`.',
    'airflow.www': 'The web server is gone: extend the API server or the FAB provider.',
    'airflow.metrics.validators.AllowListValidator': 'airflow.metrics.validators.PatternAllowListValidator',
    'airflow.metrics.validators.BlockListValidator': 'airflow.metrics.validators.PatternBlockListValidator',
    'airflow.secrets.local_filesystem.load_connections': 'airflow.secrets.local_filesystem.load_connections_dict',
    'airflow.secrets.local_filesystem.get_connection_parameter_names': 'Delete it: it has no successor.',
    'airflow.sensors.external_task.ExternalTaskSensorLink': `${STANDARD}.sensors.external_task.ExternalDagLink`,
    'airflow.triggers.external_task.TaskStateTrigger': 'Use the triggers of the standard provider.',
    'airflow.executors.sequential_executor': 'airflow.executors.local_executor',
    'airflow.notifications.basenotifier.BaseNotifier': 'airflow.sdk.BaseNotifier',
    'airflow.utils.log.log_reader': 'Read logs by the REST API.',
    'airflow.PY36': 'Ask `sys.version_info`.',
    'airflow.PY37': 'Ask `sys.version_info`.',
    'airflow.PY38': 'Ask `sys.version_info`.',
    'airflow.PY39': 'Ask `sys.version_info`.',
    'airflow.PY310': 'Ask `sys.version_info`.',
    'airflow.PY311': 'Ask `sys.version_info`.',
    'airflow.PY312': 'Ask `sys.version_info`.',
  }),
];

/** What providers called datasets are assets since then. */
function assets(from: string, to: string): readonly (readonly [string, Fate])[] {
  return ['create_dataset', 'convert_dataset_to_openlineage', 'sanitize_uri'].map((name) => [
    `airflow.providers.${from}.${name}`,
    { ...GONE, to: `airflow.providers.${to}.${name.replace('dataset', 'asset')}` },
  ]);
}
