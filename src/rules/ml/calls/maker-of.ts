import type { PythonView } from '../../../documents/python.ts';

const MAX_STEPS = 6;

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
    const assigned = view.assignments.findLast(
      (one) =>
        one.name === name &&
        (one.functionName === place.functionName || one.functionName === '') &&
        one.range.end <= at &&
        !one.unpacked,
    );
    if (!assigned) return undefined;
    const { kind, resolved = '', text } = assigned.value;
    const [, inner] = (kind === 'call' ? /^(\w+)\./ : /^(\w+)(\[|$)/).exec(kind === 'call' ? resolved : text) ?? [];
    const isVariable = inner !== undefined && view.assignments.some((one) => one.name === inner);
    if (!isVariable) return kind === 'call' ? resolved : undefined;
    [name, at] = [inner, assigned.range.start];
  }
  return undefined;
}
