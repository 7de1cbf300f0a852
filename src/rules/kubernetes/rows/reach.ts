import { entryOf, type YamlEntry, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import type { Path } from './row.ts';

/** A value that a path leads to, with its key where it is no item of a list. */
export interface Reached {
  readonly path: Path;
  readonly value: YamlNode;
  readonly entry?: YamlEntry;
}

/** The values at the end of a path, where `*` is every item of a list. What is null or empty is not there. */
export function reach(node: YamlNode, path: Path): readonly Reached[] {
  let current: readonly Omit<Reached, 'path'>[] = [{ value: node }];
  for (const step of path) current = current.flatMap(({ value }) => take(value, step));
  return current.filter(({ value }) => isThere(value)).map((one) => ({ ...one, path }));
}

function take(node: YamlNode, step: string): Omit<Reached, 'path'>[] {
  if (step === '*') return node.type === 'list' ? node.items.map((value) => ({ value })) : [];
  const entry = entryOf(node, step);
  return entry ? [{ value: entry.value, entry }] : [];
}

function isThere(node: YamlNode): boolean {
  if (node.type === 'scalar') return node.value !== null;
  return node.type === 'list' ? node.items.length > 0 : node.entries.length > 0;
}
