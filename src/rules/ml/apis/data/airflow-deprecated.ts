import { moved, namesOf } from '../names-of.ts';
import type { Fate } from '../outdated.ts';

const STANDARD = 'airflow.providers.standard';
/** The standard provider can be installed beside Airflow 2 as well. */
const PROVIDER = { since: [2, 9] } as const;
const SDK = { since: [3, 0] } as const;
const SDK_1 = { since: [3, 1] } as const;
const TASK =
  'AbstractOperator NotMapped TaskStateChangeCallback DEFAULT_OWNER DEFAULT_QUEUE DEFAULT_TASK_EXECUTION_TIMEOUT';

/** What Airflow 3 still passes on with a warning (its packages `operators`, `sensors`, `hooks`, `models` and `utils` say so). */
export const airflowDeprecated: readonly (readonly [string, Fate])[] = [
  ...standard('operators', {
    python:
      'PythonOperator BranchPythonOperator ShortCircuitOperator PythonVirtualenvOperator ExternalPythonOperator BranchExternalPythonOperator BranchPythonVirtualenvOperator',
    bash: 'BashOperator',
    datetime: 'BranchDateTimeOperator',
    weekday: 'BranchDayOfWeekOperator',
    trigger_dagrun: 'TriggerDagRunOperator',
    latest_only: 'LatestOnlyOperator',
    empty: 'EmptyOperator',
    smooth: 'SmoothOperator',
  }),
  ...standard('sensors', {
    python: 'PythonSensor',
    bash: 'BashSensor',
    date_time: 'DateTimeSensor DateTimeSensorAsync',
    weekday: 'DayOfWeekSensor',
    time_delta: 'TimeDeltaSensor TimeDeltaSensorAsync',
    filesystem: 'FileSensor',
    external_task: 'ExternalTaskSensor ExternalTaskMarker ExternalDagLink',
  }),
  ...standard('hooks', { filesystem: 'FSHook', package_index: 'PackageIndexHook', subprocess: 'SubprocessHook' }),
  ...standard('triggers', {
    external_task: 'WorkflowTrigger DagStateTrigger',
    file: 'FileTrigger',
    temporal: 'DateTimeTrigger TimeDeltaTrigger',
  }),
  ...moved(PROVIDER, 'airflow.sensors.time_sensor', `${STANDARD}.sensors.time`, 'TimeSensor TimeSensorAsync'),
  ...moved(PROVIDER, 'airflow.operators.email', 'airflow.providers.smtp.operators.smtp', 'EmailOperator'),
  ...moved(
    PROVIDER,
    'airflow.operators.generic_transfer',
    'airflow.providers.common.sql.operators.generic_transfer',
    'GenericTransfer',
  ),
  ...sdk('airflow.decorators', 'dag task task_group setup teardown'),
  ...sdk('airflow.models', 'DAG BaseOperator BaseOperatorLink Connection Param Variable'),
  ...sdk('airflow.models.dag', 'DAG'),
  ...sdk('airflow.models.param', 'Param'),
  ...sdk('airflow.models.baseoperator', 'BaseOperator chain chain_linear cross_downstream'),
  ...sdk('airflow.models.baseoperatorlink', 'BaseOperatorLink'),
  ...sdk('airflow.models.connection', 'Connection'),
  ...sdk('airflow.models.variable', 'Variable'),
  ...sdk('airflow.models.xcom_arg', 'XComArg'),
  ...sdk('airflow.hooks.base', 'BaseHook'),
  ...sdk('airflow.sensors.base', 'BaseSensorOperator PokeReturnValue'),
  ...moved(SDK, 'airflow.sensors.base', 'airflow.sdk.bases.sensor', 'poke_mode_only'),
  ...moved(SDK, 'airflow.operators.branch', 'airflow.sdk.bases.branch', 'BranchMixIn BaseBranchOperator'),
  ...sdk('airflow.operators.python', 'get_current_context'),
  ...sdk('airflow.io.path', 'ObjectStoragePath'),
  ...moved(SDK, 'airflow.io.storage', 'airflow.sdk.io', 'attach'),
  ...sdk('airflow.utils.task_group', 'TaskGroup'),
  ...sdk('airflow.utils.edgemodifier', 'EdgeModifier Label'),
  ...sdk('airflow.utils.dag_parsing_context', 'get_parsing_context'),
  ...moved(
    SDK,
    'airflow.decorators.base',
    'airflow.sdk.bases.decorator',
    'DecoratedMappedOperator DecoratedOperator TaskDecorator get_unique_task_id task_decorator_factory',
  ),
  ...moved(
    SDK_1,
    'airflow.utils.setup_teardown',
    'airflow.sdk.definitions._internal.setup_teardown',
    'BaseSetupTeardownContext SetupTeardownContext',
  ),
  ...moved(SDK_1, 'airflow.utils.xcom', 'airflow.models.xcom', 'XCOM_RETURN_KEY'),
  ...moved(
    SDK_1,
    'airflow.utils.timezone',
    'airflow.sdk.timezone',
    'coerce_datetime convert_to_utc datetime make_naive make_aware parse utc utcnow is_localized is_naive td_format initialize',
  ),
  ...moved(
    SDK_1,
    'airflow.utils.decorators',
    'airflow.sdk.definitions._internal.decorators',
    'remove_task_decorator fixup_decorator_warning_stack',
  ),
  ...moved(SDK_1, 'airflow.utils.helpers', 'airflow.sdk.definitions.context', 'render_template_as_native'),
  ...moved(SDK_1, 'airflow.models.abstractoperator', 'airflow.sdk.definitions._internal.abstractoperator', TASK),
  ...moved(SDK_1, 'airflow.models.param', 'airflow.sdk.definitions.param', 'ParamsDict'),
  ...moved(SDK_1, 'airflow.models.skipmixin', 'airflow.sdk.bases.skipmixin', 'SkipMixin'),
  ...moved(SDK_1, 'airflow.utils.trigger_rule', 'airflow.sdk', 'TriggerRule'),
  ...moved(SDK_1, 'airflow.utils.weight_rule', 'airflow.sdk', 'WeightRule'),
  ...moved(SDK_1, 'airflow.utils.state', 'airflow.sdk', 'DagRunState TaskInstanceState'),
  ...moved(SDK_1, 'airflow.utils.log.secrets_masker', 'airflow.sdk.log', 'mask_secret redact'),
  ...moved(
    SDK_1,
    'airflow.macros',
    'airflow.sdk.execution_time.macros',
    'ds_add ds_format datetime_diff_for_humans ds_format_locale',
  ),
  ...moved(SDK_1, 'airflow.io', 'airflow.sdk.io', 'get_fs has_fs Properties'),
  ...moved(SDK_1, 'airflow.secrets.cache', 'airflow.sdk.execution_time.cache', 'SecretCache'),
  ...namesOf(SDK_1, { 'airflow.utils.log.secrets_masker': 'Use `mask_secret` of `airflow.sdk.log`.' }),
  ...namesOf(SDK, {
    'airflow.Dataset': 'airflow.sdk.Asset',
    'airflow.datasets.Dataset': 'airflow.sdk.Asset',
    'airflow.datasets.DatasetAlias': 'airflow.sdk.AssetAlias',
    'airflow.datasets.DatasetAll': 'airflow.sdk.AssetAll',
    'airflow.datasets.DatasetAny': 'airflow.sdk.AssetAny',
    'airflow.datasets.expand_alias_to_datasets': 'airflow.models.asset.expand_alias_to_assets',
    'airflow.datasets.metadata.Metadata': 'airflow.sdk.Metadata',
    'airflow.timetables.datasets.DatasetOrTimeSchedule': 'airflow.timetables.assets.AssetOrTimeSchedule',
  }),
];

function sdk(module: string, names: string): readonly (readonly [string, Fate])[] {
  return moved(SDK, module, 'airflow.sdk', names);
}

/** Modules that stand under the same name in the standard provider. */
function standard(kind: string, modules: Readonly<Record<string, string>>): readonly (readonly [string, Fate])[] {
  return Object.entries(modules).flatMap(([module, names]) =>
    moved(PROVIDER, `airflow.${kind}.${module}`, `${STANDARD}.${kind}.${module}`, names),
  );
}
