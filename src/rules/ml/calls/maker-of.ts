import type { PythonAssignment, PythonView } from '../../../documents/python.ts';

const MAX_STEPS = 6;
const KEEPS_FRAME =
  /^(abs|drop|dropna|fillna|ffill|bfill|rename|rename_axis|replace|sort_values|sort_index|reset_index|set_index|set_axis|astype|merge|join|assign|drop_duplicates|query|sample|clip|round|transform|convert_dtypes|reindex|explode|melt|pivot|pivot_table|copy|head|tail|append|applymap|select_dtypes|filter|shift|diff|interpolate|nlargest|nsmallest|where|mask)(\(\))?$/;

/** Where a variable is read. */
export interface ReadPlace {
  readonly functionName: string;
  /** Offset. */
  readonly at: number;
}

/**
 * What made the object that a variable holds: the last assignment of its function, or of the module, before the place, followed
 * through methods of other variables: `pandas.read_csv` for `rows` after `rows = frame.dropna()`. Undefined for anything else than calls.
 */
export function makerOf(variable: string, place: ReadPlace, view: PythonView): string | undefined {
  let [name, at] = [variable, place.at];
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const known = assignmentsOf(view);
    const assigned =
      lastBefore(known.get(`${place.functionName} ${name}`), at) ?? lastBefore(known.get(` ${name}`), at);
    if (!assigned) return undefined;
    const { kind, resolved = '', text } = assigned.value;
    const inner = kind === 'call' ? keptFrom(resolved) : /^(\w+)(\[|$)/.exec(text)?.[1];
    const isVariable = inner !== undefined && (known.has(`${place.functionName} ${inner}`) || known.has(` ${inner}`));
    if (!isVariable) return kind === 'call' ? resolved : undefined;
    [name, at] = [inner, assigned.range.start];
  }
  return undefined;
}

/** `rows` of `rows.dropna().head`: the variable, where all methods give a frame again. */
function keptFrom(resolved: string): string | undefined {
  const [, variable, methods = ''] = /^(\w+)\.([\w.()]{1,300})$/.exec(resolved) ?? [];
  return methods.split('.').every((method) => KEEPS_FRAME.test(method)) ? variable : undefined;
}

type Assigned = ReadonlyMap<string, readonly PythonAssignment[]>;

const indexes = new WeakMap<PythonView, Assigned>();

/** By function and name, in the order of the text; a hostile file has very many. */
function assignmentsOf(view: PythonView): Assigned {
  const known = indexes.get(view);
  if (known) return known;
  const groups = new Map<string, PythonAssignment[]>();
  for (const one of view.assignments) {
    if (one.unpacked) continue;
    const key = `${one.functionName} ${one.name}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  indexes.set(view, groups);
  return groups;
}

function lastBefore(
  assignments: readonly PythonAssignment[] | undefined,
  offset: number,
): PythonAssignment | undefined {
  if (!assignments) return undefined;
  let [low, high] = [0, assignments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((assignments[middle]?.range.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return assignments[low - 1];
}
