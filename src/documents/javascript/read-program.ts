import type { JavaScriptView } from '../javascript.ts';
import type { JsCall, JsExpression } from './js-expression.ts';
import { readCompared } from './read-compared.ts';
import { isMark, itemStarts, parametersOf, readChain, readExpression } from './read-expression.ts';
import { afterPattern, type Bound, readPattern } from './read-pattern.ts';
import type { JsToken, JsTokens } from './read-tokens.ts';

const OPAQUE: JsExpression = { kind: 'opaque' };

interface Found {
  readonly names: Map<string, { readonly values: JsExpression[]; declarations: number }>;
  readonly calls: JsCall[];
  readonly results: JsExpression[];
  /** Names whose value is read with their declaration. */
  readonly declared: Set<number>;
}

/** What a script declares, calls and returns, wherever it stands in it. */
export function readProgram(code: JsTokens): JavaScriptView {
  const found: Found = { names: new Map(), calls: [], results: [], declared: new Set() };
  /** Where the functions that are open end. */
  const bodies: number[] = [];
  for (const [at, token] of code.tokens.entries()) {
    if (bodies.at(-1) === at) bodies.pop();
    const end = isMark(token, '{') && isBody(code, at) ? code.partners.get(at) : undefined;
    if (end !== undefined) bodies.push(end);
    declare(parametersAt(code, at), found);
    if (isProperty(code, at)) continue;
    if (token.kind === 'name') readWord(code, at, found, bodies.length > 0);
    else found.calls.push(...callsAt(code, at));
  }
  const { names, calls, results } = found;
  return { names, calls, results, compared: readCompared(code) };
}

function readWord(code: JsTokens, at: number, found: Found, inFunction: boolean): void {
  const word = code.tokens[at]?.text ?? '';
  if (/^(const|let|var)$/.test(word)) declare(declaredAt(code, at, found.declared), found);
  else if (word !== 'return') {
    const assigned = found.declared.has(at) ? undefined : assignedAt(code, at);
    if (assigned) known(word, found).values.push(assigned);
    found.calls.push(...callsAt(code, at));
  } else if (!inFunction) found.results.push(...returnedAt(code, at));
}

function declare(bound: readonly Bound[], found: Found): void {
  for (const { name, value } of bound) {
    known(name, found).values.push(value);
    known(name, found).declarations += 1;
  }
}

function known(name: string, { names }: Found) {
  const entry = names.get(name) ?? { values: [], declarations: 0 };
  names.set(name, entry);
  return entry;
}

function isProperty({ tokens }: JsTokens, at: number): boolean {
  return isMark(tokens[at - 1], '.') || isMark(tokens[at - 1], '?.');
}

/** Whether a `{` begins a function, rather than a block or an object. */
function isBody({ tokens, partners }: JsTokens, at: number): boolean {
  if (isMark(tokens[at - 1], '=>')) return true;
  const open = isMark(tokens[at - 1], ')') ? partners.get(at - 1) : undefined;
  const before = open === undefined ? undefined : tokens[open - 1];
  return before?.kind === 'name' && !/^(if|for|while|switch|catch|with|await)$/.test(before.text);
}

/** The parameters of the function that begins here; what callers pass is not known. */
function parametersAt(code: JsTokens, at: number): Bound[] {
  const { tokens, partners } = code;
  const token = tokens[at];
  if (isMark(token, '=>')) {
    const open = partners.get(at - 1);
    return open === undefined ? readPattern(code, at - 1, OPAQUE) : inBrackets(code, open);
  }
  const isCatch = token?.kind === 'name' && token.text === 'catch' && !isProperty(code, at);
  const isFunction = token?.kind === 'name' && token.text === 'function';
  const open = isCatch ? at + 1 : isFunction ? parametersOf(code, at) : undefined;
  return open !== undefined && isMark(tokens[open], '(') ? inBrackets(code, open) : [];
}

function inBrackets(code: JsTokens, open: number): Bound[] {
  const close = code.partners.get(open);
  if (close === undefined || close < open) return [];
  return itemStarts(code, open, close).flatMap(({ start }) =>
    readPattern(code, isMark(code.tokens[start], '...') ? start + 1 : start, OPAQUE),
  );
}

/** `const a = 1, { b } = c`, and `for (const d of e)`. */
function declaredAt(code: JsTokens, keyword: number, declared: Set<number>): Bound[] {
  const { tokens } = code;
  const bound: Bound[] = [];
  let at = keyword + 1;
  while (at < tokens.length) {
    const after = afterPattern(code, at);
    declared.add(at);
    const [mark, isOf] = [tokens[after], tokens[after]?.kind === 'name' && tokens[after]?.text === 'of'];
    const read = isMark(mark, '=') || isOf ? readExpression(code, after + 1) : undefined;
    const whole = read && endsAt(tokens, read.next) ? read.expression : OPAQUE;
    bound.push(...readPattern(code, at, isOf ? { kind: 'member', of: whole, property: '*' } : whole));
    const next = read?.next ?? after;
    if (!isMark(tokens[next], ',')) return bound;
    at = next + 1;
  }
  return bound;
}

/** Whether a value is whole where a token stands: else it goes on in a way that was not read. */
function endsAt(tokens: readonly JsToken[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.startsLine) return token?.kind !== 'mark' || /^[;})\]{[(`!]|^\+\+|^--/.test(token.text);
  return token.kind === 'mark' && /^[;,})\]]$/.test(token.text);
}

function returnedAt(code: JsTokens, at: number): JsExpression[] {
  const next = code.tokens[at + 1];
  const read = next && !next.startsLine ? readExpression(code, at + 1) : undefined;
  return read ? [endsAt(code.tokens, read.next) ? read.expression : OPAQUE] : [];
}

/** What `name = value` or `name += value` gives; undefined where nothing is assigned. */
function assignedAt(code: JsTokens, at: number): JsExpression | undefined {
  const mark = code.tokens[at + 1];
  if (mark?.kind !== 'mark' || !/^(=|\+=|\|\|=|\?\?=|&&=)$/.test(mark.text)) return undefined;
  const read = readExpression(code, at + 2);
  return read && endsAt(code.tokens, read.next) ? read.expression : OPAQUE;
}

/** The calls of the chain that begins here: `a(b).c(d)` is two. */
function callsAt(code: JsTokens, at: number): JsCall[] {
  if (!beginsChain(code, at)) return [];
  const found: JsCall[] = [];
  let expression = readChain(code, at)?.expression;
  while (expression?.kind === 'call' || expression?.kind === 'member') {
    if (expression.kind === 'call') found.push(expression);
    expression = expression.kind === 'call' ? expression.callee : expression.of;
  }
  return found;
}

/** `name.`, `name(`, `/pattern/.`, `[a, b].`, `(await x).` */
function beginsChain({ tokens, partners }: JsTokens, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token?.kind === 'name') return /^(\.|\?\.|\()$/.test(tokens[at + 1]?.text ?? '');
  if (token?.kind === 'regex' || token?.kind === 'text') return isMark(tokens[at + 1], '.');
  const close = partners.get(at);
  const isValue = before && (before.kind === 'mark' ? /^[)\]`]$/.test(before.text) : !WORDS.test(before.text));
  return close !== undefined && close > at && !isValue && isMark(tokens[close + 1], '.');
}

const WORDS = /^(return|await|of|in|case|typeof|if|while|for)$/;
