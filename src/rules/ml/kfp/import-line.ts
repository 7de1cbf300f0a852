import type { PythonImport } from '../../../documents/python.ts';

/** An import as a statement of its own, as the file has it; undefined for relative and star imports. */
export function importLine({ name, alias, range }: PythonImport, source: string): string | undefined {
  if (name.startsWith('.') || name.endsWith('*')) return undefined;
  const keyword = [...source.slice(0, range.start).matchAll(/^[ \t]*(from|import)\b/gm)].at(-1)?.[1];
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (keyword === 'from') {
    const module = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    return module === '' ? undefined : `from ${module} import ${last}${last === alias ? '' : ` as ${alias}`}`;
  }
  const bound = name.split('.')[0];
  return bound === alias ? `import ${name}` : `import ${name} as ${alias}`;
}
