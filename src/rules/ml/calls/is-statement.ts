import type { PythonCall } from '../../../documents/python.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';
import { perView } from './per-view.ts';

const codeEnd = perView(({ source }) => source.trimEnd().length);

/** Whether a call is a statement of its own, whose result nobody takes. The last line of a notebook cell shows it. */
export function isStatement({ range, statementRange }: PythonCall, unit: PythonUnit): boolean {
  if (range.start !== statementRange.start || range.end !== statementRange.end) return false;
  return !unit.isCell || statementRange.end < codeEnd(unit);
}
