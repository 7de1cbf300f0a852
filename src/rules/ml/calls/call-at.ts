import type { PythonCall } from '../../../documents/python.ts';
import type { Range } from '../../../types.ts';
import { perView, type Viewed } from './per-view.ts';

const byRange = perView(
  ({ view }: Viewed) => new Map(view.calls.map((call) => [`${call.range.start} ${call.range.end}`, call])),
);

/** The call that an expression of a unit is. */
export function callAt({ start, end }: Range, unit: Viewed): PythonCall | undefined {
  return byRange(unit).get(`${start} ${end}`);
}
