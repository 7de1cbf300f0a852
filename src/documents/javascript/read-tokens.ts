import type { Range } from '../../types.ts';
import { expressionSpans } from '../workflow/expression-spans.ts';

export interface JsToken {
  /** `chunk`: the text of a template between its `${}`; `filled`: a `${{ }}`, which GitHub replaces before. */
  readonly kind: 'name' | 'text' | 'chunk' | 'number' | 'regex' | 'filled' | 'mark';
  /** As written; without quotes, and with its escapes read, where it is a string. */
  readonly text: string;
  readonly range: Range;
  /** A line break stands in front of it. */
  readonly startsLine: boolean;
}

export interface JsTokens {
  readonly tokens: readonly JsToken[];
  /** From a bracket or backtick to the one that belongs to it, both ways. */
  readonly partners: ReadonlyMap<number, number>;
}

type Found = Pick<JsToken, 'kind' | 'text'> & { readonly end: number };

const NAME = /[A-Za-z_$#\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /\d[\w.]*/y;
const MARK =
  /=>|\.\.\.|\?\.(?!\d)|\?\?=?|\|\|=?|&&=?|[=!]={1,2}|\+\+|--|\*\*=?|<<=?|>>>?=?|[-+*/%&|^<>]=?|\$\{|[\s\S]/y;
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '${': '}', '`': '`' };

/** The words of a script in JavaScript, without comments, in time that grows with its length. */
export function readTokens(text: string): JsTokens {
  const tokens: JsToken[] = [];
  const partners = new Map<number, number>();
  const open: number[] = [];
  const filled = new Map(expressionSpans(text).map(({ start, end }) => [start, end]));
  let startsLine = true;
  let at = 0;
  /** Up to there no slash ends a regular expression: it is not looked for again. */
  const without = { end: 0 };

  while (at < text.length) {
    const inTemplate = tokens[open.at(-1) ?? -1]?.text === '`';
    const blank = inTemplate ? at : skipBlank(text, at);
    if (blank > at) {
      startsLine ||= text.slice(at, blank).includes('\n');
      at = blank;
      continue;
    }
    const found = inTemplate
      ? inTemplateAt(text, at, filled)
      : (regexAt(text, at, tokens.at(-1), without) ?? tokenAt(text, at, filled));
    if (found.kind === 'mark') match(tokens, partners, open, found.text);
    tokens.push({ kind: found.kind, text: found.text, range: { start: at, end: found.end }, startsLine });
    startsLine = false;
    at = found.end;
  }
  return { tokens, partners };
}

function match(tokens: readonly JsToken[], partners: Map<number, number>, open: number[], mark: string): void {
  const last = open.at(-1);
  const wanted = last === undefined ? undefined : CLOSERS[tokens[last]?.text ?? ''];
  if (last !== undefined && mark === wanted) {
    open.pop();
    partners.set(last, tokens.length).set(tokens.length, last);
  } else if (mark in CLOSERS) open.push(tokens.length);
}

function skipBlank(text: string, at: number): number {
  if (/\s/.test(text[at] ?? '')) return at + 1;
  if (text.startsWith('//', at)) return lineEnd(text, at);
  if (!text.startsWith('/*', at)) return at;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}

function tokenAt(text: string, at: number, filled: ReadonlyMap<number, number>): Found {
  const end = filled.get(at);
  if (end !== undefined) return { kind: 'filled', text: text.slice(at, end), end };
  const first = text[at] ?? '';
  if (first === '"' || first === "'") return stringAt(text, at, filled);
  if (first === '`') return { kind: 'mark', text: first, end: at + 1 };
  for (const [kind, pattern] of [
    ['name', NAME],
    ['number', NUMBER],
    ['mark', MARK],
  ] as const) {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found) return { kind, text: found, end: at + found.length };
  }
  return { kind: 'mark', text: first, end: at + 1 };
}

function stringAt(text: string, from: number, filled: ReadonlyMap<number, number>): Found {
  const quote = text[from] ?? '';
  let at = from + 1;
  while (at < text.length && text[at] !== quote && text[at] !== '\n')
    at = filled.get(at) ?? at + (text[at] === '\\' ? 2 : 1);
  return { kind: 'text', text: unescaped(text.slice(from + 1, at)), end: Math.min(text.length, at + 1) };
}

/** Within backticks: up to the next `${`, or the end. */
function inTemplateAt(text: string, from: number, filled: ReadonlyMap<number, number>): Found {
  if (text[from] === '`') return { kind: 'mark', text: '`', end: from + 1 };
  if (opensPart(text, from, filled)) return { kind: 'mark', text: '${', end: from + 2 };
  let at = from;
  while (at < text.length && text[at] !== '`' && !opensPart(text, at, filled))
    at = filled.get(at) ?? at + (text[at] === '\\' ? 2 : 1);
  const end = Math.min(text.length, at);
  return { kind: 'chunk', text: unescaped(text.slice(from, end)), end };
}

function opensPart(text: string, at: number, filled: ReadonlyMap<number, number>): boolean {
  return text[at] === '$' && text[at + 1] === '{' && !filled.has(at);
}

/** A slash divides what stands in front of it, if that is a value. */
function beginsRegex(before: JsToken | undefined): boolean {
  if (!before) return true;
  if (before.kind === 'name') return /^(return|typeof|case|in|of|await|void|delete)$/.test(before.text);
  return before.kind === 'mark' && !/^[)\]`]$/.test(before.text);
}

function regexAt(text: string, at: number, before: JsToken | undefined, without: { end: number }): Found | undefined {
  if (text[at] !== '/' || at < without.end || !beginsRegex(before)) return undefined;
  const end = endOfRegex(text, at);
  if (end === undefined) without.end = lineEnd(text, at);
  return end === undefined ? undefined : { kind: 'regex', text: text.slice(at, end), end };
}

function endOfRegex(text: string, from: number): number | undefined {
  let inClass = false;
  for (let at = from + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if (text[at] === '/' && !inClass) {
      while (/[a-z]/.test(text[at + 1] ?? '')) at += 1;
      return at + 1;
    }
  }
  return undefined;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\n': '' };

function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\([\s\S])/g, (_, one: string) => ESCAPES[one] ?? one) : text;
}
