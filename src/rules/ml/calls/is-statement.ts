import type { PythonCall } from '../../../documents/python.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';

/** Whether a call is a statement of its own, whose result nobody takes. The last line of a notebook cell shows it. */
export function isStatement({ range, statementRange }: PythonCall, unit: PythonUnit): boolean {
  if (range.start !== statementRange.start || range.end !== statementRange.end) return false;
  return !unit.isCell || unit.source.slice(statementRange.end).trim() !== '';
}
