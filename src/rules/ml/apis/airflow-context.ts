import type { PythonFunction } from '../../../documents/python.ts';
import { taskFunctions } from '../airflow/dag-file.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';
import type { Use } from './outdated.ts';

/** https://airflow.apache.org/docs/apache-airflow/stable/installation/upgrading_to_airflow3.html */
const SUCCESSORS: Readonly<Record<string, string>> = {
  execution_date: 'Use `logical_date`, or `data_interval_start` where the interval is meant.',
  next_ds: 'Use `data_interval_end`, as `{{ data_interval_end | ds }}`.',
  next_ds_nodash: 'Use `data_interval_end`, as `{{ data_interval_end | ds_nodash }}`.',
  next_execution_date: 'Use `data_interval_end`.',
  prev_ds: 'Use `prev_data_interval_start_success`, or `macros.ds_add(ds, -1)`.',
  prev_ds_nodash: 'Use `prev_data_interval_start_success`, or `macros.ds_add(ds, -1)`.',
  prev_execution_date: 'Use `prev_data_interval_start_success`.',
  prev_execution_date_success: 'Use `prev_data_interval_start_success`.',
  tomorrow_ds: 'Use `macros.ds_add(ds, 1)`.',
  tomorrow_ds_nodash: 'Use `macros.ds_add(ds, 1)`.',
  yesterday_ds: 'Use `macros.ds_add(ds, -1)`.',
  yesterday_ds_nodash: 'Use `macros.ds_add(ds, -1)`.',
  triggering_dataset_events: 'Use `triggering_asset_events`.',
  external_trigger: 'Compare `run_type` with `DagRunType.MANUAL`.',
  conf: 'Import it: `from airflow.configuration import conf`.',
};
const TRIGGER = /\bdag_run(?:["'][\])])?\.(external_trigger)\b/g;
const RULES: Readonly<Record<string, string>> = {
  none_failed_or_skipped: 'none_failed_min_one_success',
  dummy: 'always',
};
const KEYS = Object.keys(SUCCESSORS)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const LOOKUP = new RegExp(`\\b(\\w{1,60})(?:\\[|\\.get\\()[ \\t]*["'](${KEYS})["']`, 'g');
const TEMPLATE = new RegExp(`\\{[{%][^{}]{0,300}?(?<![\\w.])(${KEYS})\\b`);
const HOOKS = /(^|\.)(execute|pre_execute|post_execute|poke|on_kill|on_\w+_callback)$/;

/** Keys of the task context that Airflow 3.0 no longer fills, in functions that get it and in templates. */
export function* contextUses(unit: PythonUnit): Generator<Use> {
  yield* templateUses(unit);
  yield* ruleUses(unit);
  const tasks = new Set(taskFunctions(unit.view));
  const callables = calledBack(unit);
  for (const one of unit.view.functions) {
    const isTask = tasks.has(one) || callables.has(one.name) || HOOKS.test(one.name);
    if (isTask) yield* parametersOf(one, tasks.has(one) || callables.has(one.name));
    const contexts = contextNames(one, isTask, unit);
    if (contexts.size > 0) yield* lookups(one, contexts, unit);
  }
}

/** Functions that are handed to an operator or a callback. */
function calledBack({ view }: PythonUnit): ReadonlySet<string> {
  const given = view.calls.flatMap(({ args }) =>
    args.filter(({ name }) => name === 'python_callable' || /^on_\w+_callback$/.test(name ?? '')),
  );
  return new Set(given.map(({ value }) => value.text));
}

function* parametersOf(one: PythonFunction, isCallable: boolean): Generator<Use> {
  if (!isCallable) return;
  for (const { name, range } of one.parameters)
    if (name in SUCCESSORS && name !== 'conf') yield use(name, range, one.name);
}

/** The names under which a function has the context: `**kwargs`, `context`, what `get_current_context()` gave. */
function contextNames(one: PythonFunction, isTask: boolean, { view }: PythonUnit): ReadonlySet<string> {
  const parameters = isTask
    ? one.parameters
        .filter(({ name }) => name.startsWith('**') || name === 'context')
        .map(({ name }) => name.replace('**', ''))
    : [];
  const fetched = view.assignments.filter(
    ({ functionName, value }) => functionName === one.name && /(^|\.)get_current_context$/.test(value.resolved ?? ''),
  );
  return new Set([...parameters, ...fetched.map(({ name }) => name)]);
}

function* lookups(one: PythonFunction, contexts: ReadonlySet<string>, { source }: PythonUnit): Generator<Use> {
  const { start, end } = one.bodyRange;
  for (const match of source.slice(start, end).matchAll(LOOKUP)) {
    const [text, name = '', key = ''] = match;
    const from = start + match.index;
    if (contexts.has(name)) yield use(key, { start: from, end: from + text.length }, one.name);
  }
  for (const { 0: text, index } of source.slice(start, end).matchAll(TRIGGER))
    yield use('external_trigger', { start: start + index, end: start + index + text.length }, one.name);
}

/** Trigger rules under the names that Airflow 2 gave up. */
function* ruleUses({ view }: PythonUnit): Generator<Use> {
  for (const { args, functionName } of view.calls) {
    const rule = args.find(({ name }) => name === 'trigger_rule')?.value;
    const to = typeof rule?.value === 'string' && rule.kind === 'literal' ? RULES[rule.value] : undefined;
    if (!rule || to === undefined) continue;
    const edit = { range: rule.range, text: `"${to}"` };
    yield { gone: [3, 0], name: `trigger_rule=${rule.text}`, to, edit, range: rule.range, functionName };
  }
}

function* templateUses({ view }: PythonUnit): Generator<Use> {
  for (const { args, functionName, resolved } of view.calls) {
    if (!/(Operator|Sensor|Transfer|\.partial|\.expand)$/.test(resolved)) continue;
    for (const { value } of args) {
      const key = value.text.includes('{') ? TEMPLATE.exec(value.text)?.[1] : undefined;
      if (key) yield use(key, value.range, functionName);
    }
  }
}

function use(key: string, range: Use['range'], functionName: string): Use {
  return { gone: [3, 0], name: `context["${key}"]`, advice: SUCCESSORS[key] ?? '', range, functionName };
}
