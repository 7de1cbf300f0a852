import type { Range } from '../../types.ts';

/** A YAML value that knows where it stands. Aliases are resolved: the same node may hang in several places. */
export type YamlNode = YamlScalar | YamlMap | YamlList;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'empty';

export interface YamlScalar {
  readonly type: 'scalar';
  /** By the YAML 1.2 core schema. */
  readonly value: string | number | boolean | null;
  /** The decoded text, whatever its type. */
  readonly text: string;
  readonly style: ScalarStyle;
  /** The type that is written before the value, `!!bool`. */
  readonly tag?: string;
  /** Quotes, and the `|` of a block scalar, included. */
  readonly range: Range;
  /** What stands between the quotes, or the indented lines of a block scalar. */
  readonly contentRange: Range;
  /** Number of spaces that block scalar lines lose. */
  readonly indent: number;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
  /** From the key to the end of the value. */
  readonly range: Range;
  /** Came in by `<<`: it stands elsewhere in the file. */
  readonly merged: boolean;
}

export interface YamlMap {
  readonly type: 'map';
  readonly entries: readonly YamlEntry[];
  readonly range: Range;
  readonly flow: boolean;
  /** The `<<` keys, whose entries have been taken in. */
  readonly mergeKeys?: readonly Range[];
}

export interface YamlList {
  readonly type: 'list';
  readonly items: readonly YamlNode[];
  readonly range: Range;
  readonly flow: boolean;
}

/** The entry of a key; of duplicates the last, as most parsers have it. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  if (node?.type !== 'map') return undefined;
  const { entries } = node;
  for (let i = entries.length - 1; i >= 0; i--) if (entries[i]?.key.text === key) return entries[i];
  return undefined;
}

/** The value at a path of keys and list indexes. */
export function at(node: YamlNode | undefined, ...path: readonly (string | number)[]): YamlNode | undefined {
  let current = node;
  for (const step of path) {
    if (typeof step === 'number') current = current?.type === 'list' ? current.items[step] : undefined;
    else current = entryOf(current, step)?.value;
  }
  return current;
}

export function mapAt(node: YamlNode | undefined, ...path: readonly (string | number)[]): YamlMap | undefined {
  const found = at(node, ...path);
  return found?.type === 'map' ? found : undefined;
}

export function scalarAt(node: YamlNode | undefined, ...path: readonly (string | number)[]): YamlScalar | undefined {
  const found = at(node, ...path);
  return found?.type === 'scalar' ? found : undefined;
}

/** The text of a scalar that is not null. */
export function textAt(node: YamlNode | undefined, ...path: readonly (string | number)[]): string | undefined {
  const found = scalarAt(node, ...path);
  return found && found.value !== null ? found.text : undefined;
}

/** The items of a list; a single scalar counts as a list of one, as GitHub and Compose read it. */
export function itemsAt(node: YamlNode | undefined, ...path: readonly (string | number)[]): readonly YamlNode[] {
  const found = at(node, ...path);
  if (found?.type === 'list') return found.items;
  return found?.type === 'scalar' && found.value !== null ? [found] : [];
}

/** YAML 1.1 booleans count as well: Kubernetes and Compose still read `yes` and `on`. */
export function isTrue(node: YamlNode | undefined): boolean {
  return node?.type === 'scalar' && (node.value === true || /^(true|yes|on|y)$/i.test(node.text));
}

/** A scalar, and the keys and indexes that lead to it. */
export interface PlacedScalar {
  readonly scalar: YamlScalar;
  readonly path: readonly (string | number)[];
}

/** Many rules ask for those of the same few nodes. */
const known = new WeakMap<YamlNode, readonly PlacedScalar[]>();

/** Every scalar below a node, with the path that leads to it from there. */
export function scalarsBelow(node: YamlNode | undefined): readonly PlacedScalar[] {
  if (!node) return [];
  const found = known.get(node) ?? collectScalars(node, [], []);
  known.set(node, found);
  return found;
}

function collectScalars(node: YamlNode, path: readonly (string | number)[], found: PlacedScalar[]): PlacedScalar[] {
  if (node.type === 'scalar') found.push({ scalar: node, path });
  else if (node.type === 'list')
    for (const [i, item] of node.items.entries()) collectScalars(item, path.concat(i), found);
  else for (const { key, value } of node.entries) collectScalars(value, path.concat(key.text), found);
  return found;
}

/** A plain JavaScript value, for comparing. */
export function toValue(node: YamlNode | undefined): unknown {
  if (!node) return undefined;
  if (node.type === 'scalar') return node.value;
  if (node.type === 'list') return node.items.map(toValue);
  return Object.fromEntries(node.entries.map((entry) => [entry.key.text, toValue(entry.value)]));
}
