import type { PythonCall } from '../../../documents/python.ts';
import type { Edit } from '../../../types.ts';
import type { PythonUnit } from './python-unit.ts';

/**
 * Adds a keyword argument at the end of a call, in the layout the call already has: on the same line, or on a line of
 * its own where the last argument ends in a comma. Undefined where the end of the arguments is not plain.
 */
export function insertArgument(unit: PythonUnit, call: PythonCall, text: string): Edit | undefined {
  const { source } = unit;
  const last = call.args.at(-1)?.range.end;
  const rest = source.slice(last ?? call.argsRange.start, call.argsRange.end);
  if (last === undefined) return rest.trim() === '' ? insertAt(unit, call.argsRange.start, text) : undefined;
  if (!/^\s*(,\s*)?(#[^\n]*\s*)*$/.test(rest)) return undefined;
  const comma = /^\s*,/.exec(rest)?.[0];
  if (comma === undefined) return insertAt(unit, last, `, ${text}`);
  const lineEnd = source.indexOf('\n', last);
  if (lineEnd < 0 || lineEnd > call.argsRange.end) return insertAt(unit, last + comma.length, ` ${text},`);
  return insertAt(unit, lineEnd, `\n${indentAt(source, call.args.at(-1)?.range.start ?? last)}${text},`);
}

function indentAt(source: string, offset: number): string {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(source.slice(start))?.[0] ?? '';
}

function insertAt(unit: PythonUnit, offset: number, text: string): Edit | undefined {
  const ending = unit.source.includes('\r\n') ? '\r\n' : '\n';
  if (!unit.isCell) return { range: { start: offset, end: offset }, text: text.replaceAll('\n', ending) };
  // In a notebook every line is a JSON string of its own; a new line cannot be made by a range inside one of them.
  if (text.includes('\n')) return sameLine(unit, offset, text);
  const at = unit.toFileRange({ start: offset - 1, end: offset }).end;
  return { range: { start: at, end: at }, text: JSON.stringify(text).slice(1, -1) };
}

/** Behind the last argument and its comma, before a comment. */
function sameLine(unit: PythonUnit, lineEnd: number, text: string): Edit | undefined {
  const line = unit.source.slice(unit.source.lastIndexOf('\n', lineEnd - 1) + 1, lineEnd);
  return line.trimEnd().endsWith(',') ? insertAt(unit, lineEnd, ` ${text.trim()}`) : undefined;
}
