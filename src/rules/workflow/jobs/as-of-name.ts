import type { Observation } from '../../../types.ts';

/** A problem of an expression, as it weighs where the expression stands: in a `name` there is only a gap to see. */
export function asOfName(path: readonly (string | number)[], found: Observation): Observation {
  const isName = path.at(-1) === 'name' && (typeof path.at(-2) === 'number' || path.length === 3);
  if (!isName || !('message' in found)) return found;
  const why = 'GitHub fills in an empty string and says nothing: the name that the log and the checks show has a gap.';
  return { ...found, severity: 'low', message: { ...found.message, why } };
}
