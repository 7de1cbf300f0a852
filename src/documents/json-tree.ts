import type { ParseProblem, Range } from '../types.ts';
import { readValue } from './json-tree/read-value.ts';

export { stringOffsets } from './json-tree/string-offsets.ts';

/** JSON that knows where everything is. */
export type JsonNode =
  | { readonly kind: 'object'; readonly entries: readonly JsonEntry[]; readonly range: Range }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[]; readonly range: Range }
  | JsonString
  | { readonly kind: 'number'; readonly value: number; readonly range: Range }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly range: Range }
  | { readonly kind: 'null'; readonly range: Range };

export interface JsonString {
  readonly kind: 'string';
  readonly value: string;
  /** With the quotes. */
  readonly range: Range;
}

export interface JsonEntry {
  readonly key: JsonString;
  readonly value: JsonNode;
}

export interface JsonTree {
  /** What could be read before the first error; absent where nothing could. */
  readonly root?: JsonNode;
  readonly problems: readonly ParseProblem[];
}

/** Reads JSON; at the first error it stops, and keeps what it has. Never throws for a text. */
export function parseJson(source: string): JsonTree {
  const cursor = { source, at: source.startsWith('\ufeff') ? 1 : 0, depth: 0, problems: [] as ParseProblem[] };
  const root = readValue(cursor);
  return { ...(root ? { root } : {}), problems: cursor.problems };
}

/** The value of a key of an object; the last one where it stands twice. */
export function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.entries.findLast((entry) => entry.key.value === key)?.value;
}
