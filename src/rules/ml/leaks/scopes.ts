import type { PythonAssignment, PythonCall } from '../../../documents/python.ts';
import type { Document } from '../../../types.ts';
import { type PythonUnit, pythonUnits } from '../seeds/python-unit.ts';

export interface FlowCall {
  readonly call: PythonCall;
  readonly unit: PythonUnit;
  /** Grows in reading order, over the cells of a notebook as well. */
  readonly at: number;
}

export interface FlowAssignment {
  readonly assignment: PythonAssignment;
  readonly unit: PythonUnit;
  readonly at: number;
}

/** The statements of one function, or of a module or notebook outside its functions. */
export interface Scope {
  readonly name: string;
  readonly calls: readonly FlowCall[];
  readonly assignments: readonly FlowAssignment[];
}

/** Longer than any file that is read. */
const UNIT = 100_000_000;

/** The scopes of a document, each with its calls and assignments in order. */
export function scopesOf(document: Document): readonly Scope[] {
  const units = pythonUnits(document);
  const calls = units.flatMap((unit, i) =>
    unit.view.calls.map((call) => ({ call, unit, at: i * UNIT + call.range.end })),
  );
  const assignments = units.flatMap((unit, i) =>
    unit.view.assignments.map((assignment) => ({ assignment, unit, at: i * UNIT + assignment.range.end })),
  );
  const assigned = byFunction(assignments, ({ assignment }) => assignment);
  return [...byFunction(calls, ({ call }) => call)].map(([name, own]) => ({
    name,
    calls: own,
    assignments: assigned.get(name) ?? [],
  }));
}

function byFunction<Item>(
  items: readonly Item[],
  of: (item: Item) => { readonly functionName: string },
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const { functionName } = of(item);
    const group = groups.get(functionName);
    if (group) group.push(item);
    else groups.set(functionName, [item]);
  }
  return groups;
}

/** Variables that an expression reads, as far as its text tells. */
export function namesIn(text: string): readonly string[] {
  const plain = text.replace(
    /[rbfuRBFU]{0,2}("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/g,
    '""',
  );
  return plain.match(/(?<![.\w])[A-Za-z_]\w*(?!\w|\s*=(?!=))/g) ?? [];
}

/** `frame` of `frame["x"]`, `frame.iloc[1:]`, `frame`. */
export function baseName(text: string): string {
  return /^[A-Za-z_]\w*/.exec(text)?.[0] ?? '';
}

/** Follows names through assignments between two places: what is made from one of them is one of them, what is made anew is not. */
export function derivedFrom(scope: Scope, start: Iterable<string>, from: number, until: number): ReadonlySet<string> {
  const names = new Set(start);
  for (const { assignment, at } of scope.assignments) {
    if (at <= from || at >= until) continue;
    const target = baseName(assignment.name);
    const reads = namesIn(assignment.value.text).some((name) => names.has(name));
    if (reads) names.add(target);
    else if (target === assignment.name && !assignment.augmented) names.delete(target);
  }
  return names;
}
