import type { PythonImport } from '../../../documents/python.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';
import type { Use } from './outdated.ts';

/**
 * Imports a name from its new place: where it keeps its name, or had an alias, and where it is all that its line imports.
 * `to` is dotted.
 */
export function importEdit({ name, alias, range }: PythonImport, to: string, { source }: PythonUnit): Use['edit'] {
  const dot = to.lastIndexOf('.');
  const [module, last] = [to.slice(0, dot), to.slice(dot + 1)];
  const old = name.slice(name.lastIndexOf('.') + 1);
  const start = source.lastIndexOf('\n', range.start) + 1;
  const lineEnd = source.indexOf('\n', range.end);
  const line = source.slice(start, lineEnd < 0 ? source.length : lineEnd);
  const only = /^(\s*)from\s+[\w.]+\s+import\s+(\w+)(\s+as\s+(\w+))?(\s*(?:#.*)?)$/.exec(line);
  if (!only || dot < 0 || only[2] !== old || (last !== old && alias === old)) return undefined;
  const end = start + line.length - (only[5]?.length ?? 0);
  const text = `from ${module} import ${last}${alias === last ? '' : ` as ${alias}`}`;
  return { range: { start: start + (only[1]?.length ?? 0), end }, text };
}
