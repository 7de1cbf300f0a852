import type { PythonCall, PythonImport } from '../../../documents/python.ts';
import type { Range } from '../../../types.ts';
import { makerOf } from '../calls/maker-of.ts';
import { perView } from '../calls/per-view.ts';
import { classOf } from '../leaks/transformers.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';
import { importEdit } from './import-edit.ts';
import { isGuarded } from './is-guarded.ts';
import type { Fate, Library, Use } from './outdated.ts';

const finders = new WeakMap<Library, (unit: PythonUnit) => readonly Use[]>();

/** Everything in a unit that a library has had, once or to this day under another name. Several rules ask: it is looked for once. */
export function usesOf(library: Library, unit: PythonUnit): readonly Use[] {
  const find = finders.get(library) ?? perView((one) => findUses(library, one));
  finders.set(library, find);
  return find(unit);
}

function findUses(library: Library, unit: PythonUnit): readonly Use[] {
  const { view } = unit;
  const imported = view.imports.some(({ name }) => isOf(library, name));
  // Later cells of a notebook use what earlier ones import.
  if (!imported && !(unit.isCell && [...view.aliases.values()].some((name) => isOf(library, name)))) return [];
  const found = [
    ...view.imports.flatMap((one) => importOf(one, library, unit)),
    ...nameUses(library, unit),
    ...view.calls.flatMap((call) => [...keywordsOf(call, library), ...memberOf(call, library)]),
    ...attributeMembers(library, unit),
    ...(library.others?.(unit) ?? []),
  ];
  return found.filter(({ range }) => !isGuarded(range, unit));
}

function isOf({ imports }: Library, name: string): boolean {
  const end = name.indexOf('.');
  return imports.includes(end < 0 ? name : name.slice(0, end));
}

/** The row of a name, or of a module or class that holds it. */
function fateOf(name: string, library: Library): { readonly name: string; readonly fate: Fate } | undefined {
  if (!isOf(library, name)) return undefined;
  const plain = /^[\w.]+/.exec(name)?.[0] ?? '';
  for (let end = plain.length; end > 0; end = plain.lastIndexOf('.', end - 1)) {
    const fate = library.names.get(plain.slice(0, end));
    if (fate) return { name: plain.slice(0, end), fate };
  }
  return undefined;
}

function importOf(one: PythonImport, library: Library, unit: PythonUnit): Use[] {
  const found = fateOf(one.name, library);
  if (!found) return [];
  const edit = found.name === one.name && found.fate.to ? importEdit(one, found.fate.to, unit) : undefined;
  const use = { ...found.fate, name: found.name, functionName: one.functionName, range: one.range };
  return [edit ? { ...use, edit } : use];
}

interface Written {
  readonly resolved: string;
  readonly text: string;
  readonly range: Range;
  readonly functionName: string;
}

/** Names where they are called, read, inherited from or used as a decorator. */
function nameUses(library: Library, { view }: PythonUnit): Use[] {
  const written: Written[] = [
    ...view.calls.map((call) => ({ ...call, text: call.callee, range: call.calleeRange })),
    ...view.attributes.map((attribute) => ({ ...attribute, text: attribute.name })),
    ...view.classes.flatMap(({ bases, decorators, name }) => plainNames([...bases, ...decorators], name)),
    ...view.functions.flatMap(({ decorators, name }) => plainNames(decorators, name)),
  ];
  return written.flatMap(({ resolved, text, range, functionName }) => {
    const found = fateOf(resolved, library);
    if (!found) return [];
    const to = found.name === resolved && found.fate.to ? rewritten(text, resolved, found.fate.to) : undefined;
    const use = { ...found.fate, name: found.name, functionName, range };
    return [to ? { ...use, edit: { range, text: to } } : use];
  });
}

function plainNames(
  expressions: readonly {
    readonly kind: string;
    readonly resolved?: string;
    readonly text: string;
    readonly range: Range;
  }[],
  functionName: string,
): Written[] {
  return expressions.flatMap(({ kind, resolved, text, range }) =>
    kind === 'name' && resolved ? [{ resolved, text, range, functionName }] : [],
  );
}

/** `np.float_` for `numpy.float64` becomes `np.float64`: only where both stand in the module that is written. */
function rewritten(text: string, resolved: string, to: string): string | undefined {
  const end = text.indexOf('.');
  if (end < 0) return undefined;
  const [alias, rest] = [text.slice(0, end), text.slice(end)];
  if (!resolved.endsWith(rest)) return undefined;
  const module = resolved.slice(0, -rest.length);
  return to.startsWith(`${module}.`) ? alias + to.slice(module.length) : undefined;
}

function keywordsOf(call: PythonCall, { keywords }: Library): Use[] {
  if (call.args.length === 0) return [];
  return keywords.flatMap((row) => {
    const given = row.callee.test(call.resolved) && call.args.find(({ name }) => name === row.keyword);
    if (!given) return [];
    const { functionName } = call;
    const range = { start: given.range.start, end: given.range.start + row.keyword.length };
    const name = `${call.callee}(${row.keyword}=)`;
    const both = row.to !== undefined && call.args.some((other) => other.name === row.to);
    const use = { ...fateOfRow(row), name, functionName, range: given.range };
    return [row.to && !both ? { ...use, edit: { range, text: row.to } } : use];
  });
}

function memberOf(call: PythonCall, { members }: Library): Use[] {
  const dot = call.callee.lastIndexOf('.');
  const maker = classOf(call);
  if (dot < 0 || maker === undefined) return [];
  const member = call.callee.slice(dot + 1);
  return members.flatMap((row) =>
    row.member === member && row.receiver.test(maker)
      ? [memberUse(row, call.callee, call.calleeRange, call.functionName)]
      : [],
  );
}

/** Attributes that are not called, of variables assigned in the same function or at module level. */
function attributeMembers({ members }: Library, { view }: PythonUnit): Use[] {
  const wanted = new Set(members.map(({ member }) => member));
  return view.attributes.flatMap(({ name, range, functionName }) => {
    const [, variable, member] = /^(\w+)\.(\w+)/.exec(name) ?? [];
    if (!variable || !member || !wanted.has(member)) return [];
    const from = makerOf(variable, { functionName, at: range.start }, view);
    const row = from && members.find((one) => one.member === member && one.receiver.test(from));
    return row ? [memberUse(row, name, range, functionName)] : [];
  });
}

function memberUse(row: Library['members'][number], text: string, range: Range, functionName: string): Use {
  const use = { ...fateOfRow(row), name: text, functionName, range };
  const start = range.end - row.member.length;
  return row.to && text.endsWith(`.${row.member}`)
    ? { ...use, edit: { range: { start, end: range.end }, text: row.to } }
    : use;
}

function fateOfRow({ gone, since, to, advice }: Fate): Fate {
  return {
    ...(gone ? { gone } : {}),
    ...(since ? { since } : {}),
    ...(to ? { to } : {}),
    ...(advice ? { advice } : {}),
  };
}
