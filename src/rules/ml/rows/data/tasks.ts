import { argument, type PythonCall } from '../../../../documents/python.ts';
import { quote } from '../../../quote.ts';
import { dagCalls, dictionaryOf, isDagFile, operatorCalls, taskFunctions } from '../../airflow/dag-file.ts';
import { perView } from '../../calls/per-view.ts';
import { calledName } from '../../calls/placed-calls.ts';
import type { PythonUnit } from '../../seeds/python-unit.ts';
import type { CallRow, Found } from '../row.ts';

const RUNS_ANYWAY = /(^|[."'])(all_done|always|dummy|ALL_DONE|ALWAYS)["']?$/;
const RELEASES = /(^|[_.-])(deploy|register|publish|promote|release|rollout)/i;
const CLEANS_UP = /clean|teardown|notif|alert|report|undeploy|unregister|rollback|slack|mail/i;
const VALIDATES = /(^|[_.-])(validat|evaluat|check|test|quality|gate)/i;

const dags = perView(({ view }) => new Set(dagCalls(view)));
const hasTaskTimeout = perView(({ view }) => view.calls.some((call) => argument(call, 'execution_timeout')));
const taskIds = perView(({ view }) => operatorCalls(view).map((call) => argument(call, 'task_id')?.value.value));
const hasBranch = perView(({ view }) => view.calls.some(({ resolved }) => /Branch\w*Operator$/.test(resolved)));
/** Tasks that leave what was there before, by their names. */
const keepers = perView(({ view, source }) => {
  if (!isDagFile(view)) return new Set<string>();
  const callables = new Set(view.calls.flatMap((call) => argument(call, 'python_callable')?.value.text ?? []));
  const decorated = new Set(taskFunctions(view));
  const own = view.functions.filter(
    (one) =>
      (decorated.has(one) || callables.has(one.name)) &&
      !/\b(delete|truncate|merge|upsert|on conflict|drop_duplicates|unlink|remove)\b/i.test(
        source.slice(one.bodyRange.start, one.bodyRange.end),
      ),
  );
  return new Set(own.map(({ name }) => name));
});

/** Calls that set up the tasks of Airflow, and what tasks do. */
export const tasks: readonly CallRow[] = [
  {
    id: 'gate-bypassed-by-trigger-rule',
    title: 'A model is released even if its validation failed',
    severity: 'high',
    confidence: 'likely',
    domain: 'governance',
    aliases: {},
    why: 'The rule starts the task when the ones before it have failed as well: the gate is there and holds nothing back.',
    remedy: 'Delete `trigger_rule`: the default waits for the success of all.',
    find: gateBypassed,
  },
  {
    id: 'airflow-conf-in-shell',
    title: 'What starts a run becomes part of a command',
    severity: 'medium',
    confidence: 'likely',
    domain: 'security',
    aliases: { semgrep: ['formatted-string-bashoperator'] },
    why: 'Airflow pastes the text into the script: whoever may start the DAG, by its page or its API, runs commands on the worker.',
    remedy: 'Pass it in `env`, and use the variable in quotes: `"$NAME"`.',
    find: (call) => {
      const command =
        argument(call, 'bash_command') ?? (/SSHOperator/.test(call.resolved) ? argument(call, 'command') : undefined);
      const pasted = /\{\{[^{}]*\bdag_run\.conf\b[^{}]*\}/.exec(command?.value.text ?? '')?.[0];
      if (!command || !pasted || /\|\s*(int|float|tojson|quote|shell_quote)\b/.test(pasted)) return undefined;
      return { what: `${quote(call.callee)} runs a command with ${quote(pasted)} in it.`, range: command.range };
    },
  },
  {
    id: 'non-idempotent-append',
    title: 'A task that is retried writes its rows twice',
    severity: 'medium',
    confidence: 'likely',
    domain: 'correctness',
    aliases: {},
    why: 'A retry, or a run that is repeated by hand, appends the same rows again, and the model is trained on them twice.',
    remedy: 'Write to a place of that run only, or delete the rows of the run before writing.',
    find: appends,
  },
  {
    id: 'airflow-catchup',
    title: 'A DAG may make up for every run since its start date',
    severity: 'low',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'reliability',
    aliases: {},
    why: 'Before Airflow 3 the default is to run all intervals since `start_date` as soon as the DAG is switched on, all at once.',
    remedy: 'Say `catchup=False`, or `catchup=True` where that is meant.',
    find: (call, unit) => {
      if (!dags(unit).has(call) || call.hasDoubleStarArgs || argument(call, 'catchup')) return undefined;
      const schedule = argument(call, 'schedule') ?? argument(call, 'schedule_interval');
      const start = argument(call, 'start_date');
      if (!schedule || schedule.value.value === null || schedule.value.value === '@once' || !start) return undefined;
      return {
        what: `The DAG has a schedule and ${quote(start.value.text)} as its start, and does not say ${quote('catchup')}.`,
      };
    },
  },
  {
    id: 'airflow-no-timeout',
    title: 'Tasks of a DAG may run for ever',
    severity: 'low',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'reliability',
    aliases: {},
    why: 'A task that hangs holds its slot, and the runs behind it, until somebody looks.',
    remedy: 'Set `dagrun_timeout`, or `execution_timeout` in the default arguments.',
    find: (call, unit) => {
      if (!dags(unit).has(call) || call.hasDoubleStarArgs || argument(call, 'dagrun_timeout')) return undefined;
      const defaults = argument(call, 'default_args');
      const known = defaults && dictionaryOf(defaults.value, unit.view);
      if (defaults && !known) return undefined;
      if (known?.entries?.some(({ key }) => key.value === 'execution_timeout')) return undefined;
      // A task that limits itself shows that somebody thought of it.
      return hasTaskTimeout(unit) ? undefined : { what: 'Neither the DAG nor its tasks have a timeout.' };
    },
  },
];

function gateBypassed(call: PythonCall, unit: PythonUnit): Found | undefined {
  const rule = argument(call, 'trigger_rule');
  // A branch joins with a rule like this: what it skips is no failure.
  if (!rule || !RUNS_ANYWAY.test(rule.value.text) || hasBranch(unit)) return undefined;
  const id = argument(call, 'task_id')?.value.value;
  if (typeof id !== 'string' || !RELEASES.test(id) || CLEANS_UP.test(id)) return undefined;
  const gate = taskIds(unit).find((one) => typeof one === 'string' && VALIDATES.test(one) && one !== id);
  if (typeof gate !== 'string') return undefined;
  return {
    what: `The task ${quote(id)} runs with ${quote(rule.value.text)}, also when ${quote(gate)} has failed.`,
    range: rule.range,
  };
}

function appends(call: PythonCall, unit: PythonUnit): Found | undefined {
  const name = calledName(call);
  const mode =
    name === 'to_sql'
      ? argument(call, 'if_exists', 2)
      : /^to_(csv|json)$/.test(name)
        ? argument(call, 'mode')
        : undefined;
  const value = mode?.value.value;
  if (!mode || (value !== 'append' && value !== 'a')) return undefined;
  const task = call.functionName;
  // Others take care of what was there before.
  if (!keepers(unit).has(task)) return undefined;
  return { what: `${quote(call.callee)} appends in the task ${quote(task)}.`, range: mode.range };
}
