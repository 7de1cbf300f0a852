import type { PythonArgument, PythonCall, PythonExpression, PythonView } from '../../../documents/python.ts';
import type { Range } from '../../../types.ts';
import { dagCalls, dagKey } from '../airflow/dag-file.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';

/** How often something is tried again, where it says so. */
export interface RetrySetting {
  /** What is tried again: the same on both sides of a change. */
  readonly owner: string;
  readonly label: string;
  /** Absent where the number is computed. */
  readonly count?: number;
  readonly text: string;
  readonly range: Range;
  readonly value: Range;
  readonly unit: PythonUnit;
  /** The call that takes it as an argument. */
  readonly call?: PythonCall;
}

const NAME = /^(retries|max_retries|num_retries|retry_count|max_retry_attempts|times)$/;
const RETRIER = /(^|\.)(retry|retrying|set_retry|RetryPolicy|retry_policy)$/;

/** The retries of a pipeline file: of default arguments, tasks, decorators and policies. */
export function retrySettings(unit: PythonUnit): readonly RetrySetting[] {
  const { view } = unit;
  const calls = view.calls.flatMap((call) => {
    const found = call.args.find((one) => one.name !== undefined && NAME.test(one.name));
    if (!found || (found.name === 'times' && !RETRIER.test(call.resolved))) return [];
    return [{ ...setting(found, ownerOf(call, view), unit), call }];
  });
  return [...calls, ...inDictionaries(view, unit)];
}

/** Everything that may have retries: a setting that is gone is missed only where its owner is still there. */
export function retryOwners({ view }: PythonUnit): ReadonlySet<string> {
  return new Set([
    ...view.calls.map((call) => ownerOf(call, view)),
    ...defaultDictionaries(view).map(({ owner }) => owner),
  ]);
}

function setting({ value, range }: PythonArgument, owner: string, unit: PythonUnit): RetrySetting {
  const text = unit.source.slice(range.start, range.end);
  const count = value.value;
  const label = owner.replace(/^\w+ /, '');
  return { owner, label, text, range, value: value.range, unit, ...(typeof count === 'number' ? { count } : {}) };
}

/** A task by its id, a decorated function by its name, any other call by its place. */
function ownerOf(call: PythonCall, view: PythonView): string {
  const id = call.args.find(({ name }) => name === 'task_id')?.value.text;
  if (id !== undefined) return `task ${id}`;
  const decorated = view.functions.find(({ decorators }) =>
    decorators.some(({ range }) => range.start === call.range.start),
  );
  return decorated ? `function ${decorated.name}` : `call ${call.functionName}/${call.callee}#${call.ordinal}`;
}

interface Defaults {
  readonly owner: string;
  readonly value: PythonExpression;
}

/** The default arguments of DAGs, written in place or under a name. */
function defaultDictionaries(view: PythonView): readonly Defaults[] {
  return dagCalls(view).flatMap((dag) => {
    const given = dag.args.find(({ name }) => name === 'default_args')?.value;
    const named = view.assignments.find(({ name, value }) => name === given?.text && value.kind === 'dict')?.value;
    const value = given?.kind === 'dict' ? given : named;
    return value ? [{ owner: `dag ${dagKey(dag)}`, value }] : [];
  });
}

function inDictionaries(view: PythonView, unit: PythonUnit): readonly RetrySetting[] {
  return defaultDictionaries(view).flatMap(({ owner, value }) =>
    (value.entries ?? [])
      .filter(({ key }) => key.value === 'retries')
      .map((entry) => {
        const range = { start: entry.key.range.start, end: entry.value.range.end };
        return setting({ value: entry.value, range }, owner, unit);
      }),
  );
}
