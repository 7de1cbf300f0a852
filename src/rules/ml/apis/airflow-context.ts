import type { PythonFunction } from '../../../documents/python.ts';
import { quote } from '../../quote.ts';
import { taskFunctions } from '../airflow/dag-file.ts';
import { perView } from '../calls/per-view.ts';
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
const TEMPLATE = new RegExp(`\\{[{%][^{}]{0,300}?(?<![\\w."'])(${KEYS})\\b`);
const HOOKS = /(^|\.)(execute|pre_execute|post_execute|poke|on_kill|on_\w+_callback)$/;

/** Keys of the task context that Airflow 3.0 no longer fills, in functions that get it and in templates. */
export function* contextUses(unit: PythonUnit): Generator<Use> {
  yield* templateUses(unit);
  yield* ruleUses(unit);
  const tasks = new Set(taskFunctions(unit.view));
  const callables = calledBack(unit);
  for (const one of unit.view.functions) {
    const isTask = tasks.has(one) || callables.has(one.name) || HOOKS.test(one.name);
    const contexts = contextNames(one, isTask, unit);
    const uses = [
      ...(tasks.has(one) || callables.has(one.name) ? parametersOf(one, unit) : []),
      ...(contexts.size > 0 ? lookups(one, contexts, unit) : []),
    ];
    // What operators are told to pass has the names that its author gave it.
    yield* uses.filter(({ name }) => !passed(unit).includes(name.slice('context['.length, -1)));
  }
}

/** Functions that are handed to an operator or a callback. */
function calledBack({ view }: PythonUnit): ReadonlySet<string> {
  const given = view.calls.flatMap(({ args }) =>
    args.filter(({ name }) => name === 'python_callable' || /^on_\w+_callback$/.test(name ?? '')),
  );
  return new Set(given.map(({ value }) => value.text));
}

/** Parameters that Airflow fills: of a function that nobody calls with arguments of his own. */
function parametersOf(one: PythonFunction, { view }: PythonUnit): readonly Use[] {
  const filled = one.parameters.filter(({ name }) => name in SUCCESSORS && name !== 'conf');
  const own = one.name.slice(one.name.lastIndexOf('.') + 1);
  const isCalled =
    filled.length > 0 && view.calls.some(({ callee, args }) => args.length > 0 && callee.split('.')[0] === own);
  return isCalled
    ? []
    : filled.map(({ name, range, default: usual }) => {
        const found = use(name, range, one.name);
        return usual
          ? {
              ...found,
              why: `Airflow 3 passes nothing there, without an error: ${name} is always ${quote(usual.text)}.`,
            }
          : found;
      });
}

/** The texts of all arguments that operators pass on to their functions. */
const passed = perView(({ view }) =>
  view.calls
    .flatMap(({ args }) =>
      args.filter(({ name }) => name === 'op_kwargs').map(({ value }) => value.text.replaceAll("'", '"')),
    )
    .join(' '),
);

const fetchedContexts = perView(({ view }) =>
  view.assignments.filter(({ value }) => /(^|\.)get_current_context$/.test(value.resolved ?? '')),
);

/** The names under which a function has the context: `**kwargs`, `context`, what `get_current_context()` gave. */
function contextNames(one: PythonFunction, isTask: boolean, unit: PythonUnit): ReadonlySet<string> {
  const parameters = isTask
    ? one.parameters
        .filter(({ name }) => name.startsWith('**') || name === 'context')
        .map(({ name }) => name.replace('**', ''))
    : [];
  const fetched = fetchedContexts(unit).filter(({ functionName }) => functionName === one.name);
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
    yield {
      gone: [3, 0],
      name: 'dag_run.external_trigger',
      advice: 'Compare `run_type` with `DagRunType.MANUAL`.',
      range: { start: start + index, end: start + index + text.length },
      functionName: one.name,
    };
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
