import type { PythonCall } from '../../../documents/python.ts';
import type { Range } from '../../../types.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';
import { perView } from './per-view.ts';

const byRange = perView(
  ({ view }) => new Map(view.calls.map((call) => [`${call.range.start} ${call.range.end}`, call])),
);

/** The call that an expression of a unit is. */
export function callAt({ start, end }: Range, unit: PythonUnit): PythonCall | undefined {
  return byRange(unit).get(`${start} ${end}`);
}
