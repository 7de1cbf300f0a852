import type { ParseProblem } from '../../types.ts';
import type { JsonEntry, JsonNode, JsonString } from '../json-tree.ts';
import { unescapeJson } from './unescape-json.ts';

export interface JsonCursor {
  readonly source: string;
  at: number;
  depth: number;
  readonly problems: ParseProblem[];
}

const MAX_DEPTH = 500;
const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const SPACE = /[ \t\r\n]*/y;
const SCALAR = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;

/** Reads the value at the cursor; `undefined`, and a problem, where there is none. */
export function readValue(cursor: JsonCursor): JsonNode | undefined {
  match(cursor, SPACE);
  const first = cursor.source[cursor.at];
  if (first === '{' || first === '[') return readNested(cursor, first);
  if (first === '"') return readString(cursor);
  return readScalar(cursor);
}

function readNested(cursor: JsonCursor, open: '{' | '['): JsonNode | undefined {
  if (cursor.depth >= MAX_DEPTH) return fail(cursor, `The JSON is nested more than ${MAX_DEPTH} levels deep here.`);
  cursor.depth += 1;
  const start = cursor.at;
  cursor.at += 1;
  const entries: JsonEntry[] = [];
  const items: JsonNode[] = [];
  const readOne = open === '{' ? () => readEntry(cursor, entries) : () => readItem(cursor, items);
  readList(cursor, open === '{' ? '}' : ']', readOne);
  cursor.depth -= 1;
  const range = { start, end: cursor.at };
  return open === '{' ? { kind: 'object', entries, range } : { kind: 'array', items, range };
}

/** Members up to the closing bracket; whoever fails has said so. */
function readList(cursor: JsonCursor, close: '}' | ']', readOne: () => boolean): void {
  if (take(cursor, close)) return;
  while (readOne()) {
    if (take(cursor, close)) return;
    if (!take(cursor, ',')) {
      fail(cursor, `The JSON is broken here: a comma or \`${close}\` is expected.`);
      return;
    }
  }
}

/** What the value holds is kept even if it breaks off in the middle. */
function readItem(cursor: JsonCursor, items: JsonNode[]): boolean {
  const item = readValue(cursor);
  if (item) items.push(item);
  return item !== undefined && cursor.problems.length === 0;
}

function readEntry(cursor: JsonCursor, entries: JsonEntry[]): boolean {
  match(cursor, SPACE);
  const key = readString(cursor);
  if (!key) return false;
  if (!take(cursor, ':')) return fail(cursor, 'The JSON is broken here: a colon is expected.') !== undefined;
  const value = readValue(cursor);
  if (value) entries.push({ key, value });
  return value !== undefined && cursor.problems.length === 0;
}

function readString(cursor: JsonCursor): JsonString | undefined {
  const start = cursor.at;
  const end = stringEnd(cursor);
  if (end === undefined) return fail(cursor, 'The JSON is broken here: a string is expected, closed on its line.');
  cursor.at = end;
  return { kind: 'string', value: unescapeJson(cursor.source.slice(start + 1, end - 1)), range: { start, end } };
}

/** Not a regular expression: pictures in notebooks are strings of megabytes, and would exhaust its stack. */
function stringEnd({ source, at }: JsonCursor): number | undefined {
  if (source[at] !== '"') return undefined;
  for (let i = at + 1; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === QUOTE) return i + 1;
    if (code === NEWLINE) return undefined;
    if (code === BACKSLASH) i += 1;
  }
  return undefined;
}

function readScalar(cursor: JsonCursor): JsonNode | undefined {
  const start = cursor.at;
  const text = match(cursor, SCALAR);
  const range = { start, end: cursor.at };
  if (text === undefined) return fail(cursor, 'The JSON is broken here: a value is expected.');
  if (text === 'null') return { kind: 'null', range };
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', range };
  return { kind: 'number', value: Number(text), range };
}

function take(cursor: JsonCursor, character: string): boolean {
  match(cursor, SPACE);
  if (cursor.source[cursor.at] !== character) return false;
  cursor.at += 1;
  return true;
}

function match(cursor: JsonCursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.source)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

/** Only the first error counts: what comes after it follows from it. */
function fail(cursor: JsonCursor, message: string): undefined {
  const end = Math.min(cursor.at + 1, cursor.source.length);
  if (cursor.problems.length === 0) {
    cursor.problems.push({ range: { start: cursor.at, end }, message, severity: 'fatal' });
  }
  return undefined;
}
