import type { Edit, Range } from '../../../types.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';

/** Replaces a range of a unit by one line of text; in a notebook escaped as its JSON is. Undefined across lines of a cell. */
export function replaceText(unit: PythonUnit, range: Range, text: string): Edit | undefined {
  if (!unit.isCell) return { range: unit.toFileRange(range), text };
  if (text.includes('\n') || unit.source.slice(range.start, range.end).includes('\n')) return undefined;
  return { range: unit.toFileRange(range), text: JSON.stringify(text).slice(1, -1) };
}
