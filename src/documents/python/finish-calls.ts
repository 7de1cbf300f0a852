import type { PythonAssignment, PythonCall } from '../python.ts';

/** Puts calls in reading order, counts equal ones, and looks up what their variables were assigned from. */
export function finishCalls(
  calls: readonly PythonCall[],
  assignments: readonly PythonAssignment[],
): readonly PythonCall[] {
  const ordered = calls.toSorted((a, b) => a.calleeRange.end - b.calleeRange.end);
  const counts = new Map<string, number>();
  const assigned = groupByScope(assignments);
  return ordered.map((call) => {
    const key = `${call.functionName} ${call.callee}`;
    const ordinal = counts.get(key) ?? 0;
    counts.set(key, ordinal + 1);
    const receiver = receiverOf(call, assigned);
    return { ...call, ordinal, ...(receiver === undefined ? {} : { receiver }) };
  });
}

type Assigned = ReadonlyMap<string, readonly PythonAssignment[]>;

/** Assignments by scope and name; those of `self.x` by class as well. */
function groupByScope(assignments: readonly PythonAssignment[]): Assigned {
  const groups = new Map<string, PythonAssignment[]>();
  const add = (key: string, assignment: PythonAssignment) => {
    const group = groups.get(key);
    if (group) group.push(assignment);
    else groups.set(key, [assignment]);
  };
  for (const assignment of assignments) {
    const { functionName, name } = assignment;
    add(`${functionName} ${name}`, assignment);
    if (name.startsWith('self.')) add(`${parentScope(functionName)} ${name}`, assignment);
  }
  return groups;
}

/** What the variable in front of a method was assigned from: before the call in its function, or else further out. */
function receiverOf(call: PythonCall, assigned: Assigned): string | undefined {
  const dot = call.callee.lastIndexOf('.');
  if (dot < 0) return undefined;
  const variable = call.callee.slice(0, dot);
  const own = lastBefore(assigned.get(`${call.functionName} ${variable}`) ?? [], call.range.start);
  const value = (own ?? lastOutside(call.functionName, variable, assigned))?.value;
  return value?.kind === 'call' ? value.resolved : undefined;
}

/** Assignments stand in the order of the text. */
function lastBefore(assignments: readonly PythonAssignment[], offset: number): PythonAssignment | undefined {
  let low = 0;
  let high = assignments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((assignments[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return assignments[low - 1];
}

function lastOutside(functionName: string, variable: string, assigned: Assigned): PythonAssignment | undefined {
  let scope = functionName;
  while (scope !== '') {
    scope = parentScope(scope);
    const found = assigned.get(`${scope} ${variable}`)?.at(-1);
    if (found) return found;
  }
  return undefined;
}

function parentScope(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}
