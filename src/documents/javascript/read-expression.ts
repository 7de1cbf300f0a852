import { expressionSpans } from '../workflow/expression-spans.ts';
import type { JsEntry, JsExpression } from './js-expression.ts';
import type { JsToken, JsTokens } from './read-tokens.ts';

/** A value, and the index of the token behind it. */
export interface Read {
  readonly expression: JsExpression;
  readonly next: number;
}

/** Deeper, and longer chains of properties, are nobody's script. */
const MAX_DEPTH = 24;
const MAX_CHAIN = 40;
const OPAQUE: JsExpression = { kind: 'opaque' };

/** Operators from the loosest to the tightest. What follows the first two hands one of its operands on, `+` all of them. */
const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(['||', '??']),
  new Set(['&&']),
  new Set(['|', '^', '&', '==', '!=', '===', '!==', '<', '>', '<=', '>=', 'in', 'instanceof', '<<', '>>', '>>>']),
  new Set(['+', '-']),
  new Set(['*', '/', '%', '**']),
];

/** The value that begins at a token; undefined where none does that is understood. */
export function readExpression(code: JsTokens, at: number, depth = 0): Read | undefined {
  const read = depth > MAX_DEPTH ? undefined : readLevel(code, at, 0, depth);
  if (!read || !isMark(code.tokens[read.next], '?')) return read;
  const yes = readExpression(code, read.next + 1, depth + 1);
  const no = yes && isMark(code.tokens[yes.next], ':') ? readExpression(code, yes.next + 1, depth + 1) : undefined;
  return yes && no && { expression: { kind: 'choice', options: [yes.expression, no.expression] }, next: no.next };
}

function readLevel(code: JsTokens, at: number, level: number, depth: number): Read | undefined {
  const operators = LEVELS[level];
  if (!operators) return readUnary(code, at, depth);
  const first = readLevel(code, at, level + 1, depth);
  if (!first) return undefined;
  const operands = [first.expression];
  const used = new Set<string>();
  let { next } = first;
  for (let token = code.tokens[next]; token && isOperator(token, operators); token = code.tokens[next]) {
    used.add(token.text);
    const operand = readLevel(code, next + 1, level + 1, depth);
    if (!operand) return undefined;
    operands.push(operand.expression);
    next = operand.next;
  }
  return operands.length === 1 ? first : { expression: joined(operands, level, used), next };
}

function joined(operands: readonly JsExpression[], level: number, used: ReadonlySet<string>): JsExpression {
  if (level === 0) return { kind: 'choice', options: operands };
  if (level === 1) return operands.at(-1) ?? OPAQUE;
  return used.size === 1 && used.has('+') ? { kind: 'sum', operands } : OPAQUE;
}

function readUnary(code: JsTokens, at: number, depth: number): Read | undefined {
  const token = code.tokens[at];
  if (!token || depth > MAX_DEPTH) return undefined;
  const drops =
    token.kind === 'mark' ? /^(!|-|\+|~|\+\+|--)$/.test(token.text) : isName(token, /^(typeof|void|delete)$/);
  if (drops) {
    const operand = readUnary(code, at + 1, depth + 1);
    return operand && { expression: OPAQUE, next: operand.next };
  }
  return isName(token, /^(await|new)$/) ? readUnary(code, at + 1, depth + 1) : readChain(code, at, depth);
}

/** A value and what is asked of it: `context.payload.issue?.title.trim()`. */
export function readChain(code: JsTokens, at: number, depth = 0): Read | undefined {
  const start = code.tokens[at]?.range.start ?? 0;
  let read = readPrimary(code, at, depth);
  for (let length = 0; read; length++) {
    const further = readFurther(code, read, start, depth);
    if (!further) return read;
    read = length < MAX_CHAIN ? further : { expression: OPAQUE, next: further.next };
  }
  return undefined;
}

function readFurther(code: JsTokens, read: Read, start: number, depth: number): Read | undefined {
  const token = code.tokens[read.next];
  if (token?.kind !== 'mark') return undefined;
  const optional = token.text === '?.';
  const at = optional || token.text === '.' ? read.next + 1 : read.next;
  const next = code.tokens[at];
  const close = code.partners.get(at);
  if (at > read.next && next?.kind === 'name')
    return { expression: { kind: 'member', of: read.expression, property: next.text }, next: at + 1 };
  if (token.text === '.' || close === undefined || close < at) return undefined;
  if (isMark(next, '['))
    return { expression: { kind: 'member', of: read.expression, property: indexIn(code, at, close) }, next: close + 1 };
  if (!isMark(next, '(')) return undefined;
  const args = readItems(code, at, close, depth);
  const range = { start, end: code.tokens[close]?.range.end ?? start };
  return { expression: { kind: 'call', callee: read.expression, args, range }, next: close + 1 };
}

function indexIn({ tokens }: JsTokens, open: number, close: number): string {
  const index = close === open + 2 ? tokens[open + 1] : undefined;
  return index?.kind === 'text' ? index.text : '*';
}

function readPrimary(code: JsTokens, at: number, depth: number): Read | undefined {
  const token = code.tokens[at];
  const close = code.partners.get(at) ?? -1;
  switch (token?.kind) {
    case 'text':
      return { expression: withFilled(token.text), next: at + 1 };
    case 'filled':
    case 'regex':
      return { expression: { kind: token.kind, text: token.text }, next: at + 1 };
    case 'number':
      return { expression: OPAQUE, next: at + 1 };
    case 'name':
      return readName(code, at, depth);
    case 'mark':
      return close > at ? readBracket(code, at, close, depth) : undefined;
    default:
      return undefined;
  }
}

function readName(code: JsTokens, at: number, depth: number): Read | undefined {
  const { tokens, partners } = code;
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.text === 'async' && next && !next.startsLine && (next.kind === 'name' || isMark(next, '('))) {
    const isArrow = next.kind === 'name' || isMark(tokens[(partners.get(at + 1) ?? -2) + 1], '=>');
    if (isArrow) return readPrimary(code, at + 1, depth);
  }
  if (isMark(next, '=>')) return readArrow(code, at + 1, token?.text, depth);
  if (token?.text === 'function') {
    const open = parametersOf(code, at);
    const body = (partners.get(open ?? -1) ?? -2) + 1;
    const close = isMark(tokens[body], '{') ? partners.get(body) : undefined;
    return close === undefined ? undefined : { expression: { kind: 'function' }, next: close + 1 };
  }
  return isName(token, KEYWORDS) ? undefined : { expression: { kind: 'name', name: token?.text ?? '' }, next: at + 1 };
}

/** The bracket that opens the parameters of a `function`. */
export function parametersOf({ tokens }: JsTokens, at: number): number | undefined {
  return [at + 1, at + 2, at + 3].find((i) => isMark(tokens[i], '('));
}

const KEYWORDS =
  /^(const|let|var|return|if|else|for|while|do|switch|case|break|continue|throw|try|catch|finally|class|export|yield)$/;

function readArrow(code: JsTokens, arrow: number, parameter: string | undefined, depth: number): Read | undefined {
  const named = parameter === undefined ? {} : { parameter };
  const block = isMark(code.tokens[arrow + 1], '{') ? code.partners.get(arrow + 1) : undefined;
  if (block !== undefined) return { expression: { kind: 'function', ...named }, next: block + 1 };
  const body = readExpression(code, arrow + 1, depth + 1);
  return body && { expression: { kind: 'function', ...named, body: body.expression }, next: body.next };
}

function readBracket(code: JsTokens, at: number, close: number, depth: number): Read | undefined {
  const { tokens } = code;
  const next = close + 1;
  switch (tokens[at]?.text) {
    case '(': {
      if (isMark(tokens[next], '=>')) {
        const only = close === at + 2 && tokens[at + 1]?.kind === 'name' ? tokens[at + 1]?.text : undefined;
        return readArrow(code, next, only, depth);
      }
      const inside = readExpression(code, at + 1, depth + 1);
      return { expression: inside?.next === close ? inside.expression : OPAQUE, next };
    }
    case '[':
      return { expression: { kind: 'list', items: readItems(code, at, close, depth) }, next };
    case '{':
      return { expression: { kind: 'object', entries: readEntries(code, at, close, depth) }, next };
    case '`':
      return { expression: readTemplate(code, at, close, depth), next };
    default:
      return undefined;
  }
}

/** What stands between commas; an item that is not understood is opaque, and a spread list counts as an item. */
function readItems(code: JsTokens, open: number, close: number, depth: number): JsExpression[] {
  return itemStarts(code, open, close).map(({ start, end }) => {
    const from = isMark(code.tokens[start], '...') ? start + 1 : start;
    const read = readExpression(code, from, depth + 1);
    if (read?.next !== end) return OPAQUE;
    return from > start ? { kind: 'member', of: read.expression, property: '*' } : read.expression;
  });
}

function readEntries(code: JsTokens, open: number, close: number, depth: number): JsEntry[] {
  return itemStarts(code, open, close).flatMap(({ start, end }): JsEntry[] => {
    const [key, colon] = [code.tokens[start], code.tokens[start + 1]];
    if (isMark(key, '...')) {
      const spread = readExpression(code, start + 1, depth + 1);
      return [{ key: '...', value: spread?.next === end ? spread.expression : OPAQUE }];
    }
    if (key?.kind !== 'name' && key?.kind !== 'text') return [];
    if (end === start + 1) return [{ key: key.text, value: { kind: 'name', name: key.text } }];
    const value = isMark(colon, ':') ? readExpression(code, start + 2, depth + 1) : undefined;
    return [{ key: key.text, value: value?.next === end ? value.expression : OPAQUE }];
  });
}

/** Where the items between two brackets begin and end, those of inner brackets left aside. */
export function itemStarts(
  { tokens, partners }: JsTokens,
  open: number,
  close: number,
): { start: number; end: number }[] {
  const items: { start: number; end: number }[] = [];
  let start = open + 1;
  for (let at = open + 1; at <= close; at++) {
    const inner = partners.get(at);
    if (at < close && inner !== undefined && inner > at) at = inner;
    else if (at === close || isMark(tokens[at], ',')) {
      if (at > start) items.push({ start, end: at });
      start = at + 1;
    }
  }
  return items;
}

function readTemplate(code: JsTokens, open: number, close: number, depth: number): JsExpression {
  const operands: JsExpression[] = [];
  for (let at = open + 1; at < close; at++) {
    const token = code.tokens[at];
    const end = code.partners.get(at);
    if (token?.kind === 'chunk') operands.push(withFilled(token.text));
    else if (end !== undefined) {
      const read = readExpression(code, at + 1, depth + 1);
      operands.push(read?.next === end ? read.expression : OPAQUE);
      at = end;
    }
  }
  return { kind: 'sum', operands };
}

/** A text, and what GitHub fills in there. */
function withFilled(text: string): JsExpression {
  const spans = text.includes('${{') ? expressionSpans(text) : [];
  if (spans.length === 0) return { kind: 'text', value: text };
  let from = 0;
  const operands = spans.flatMap(({ start, end }): JsExpression[] => {
    const before = text.slice(from, start);
    from = end;
    return [
      { kind: 'text', value: before },
      { kind: 'filled', text: text.slice(start, end) },
    ];
  });
  return { kind: 'sum', operands: [...operands, { kind: 'text', value: text.slice(from) }] };
}

export function isMark(token: JsToken | undefined, mark: string): boolean {
  return token?.kind === 'mark' && token.text === mark;
}

function isName(token: JsToken | undefined, names: RegExp): boolean {
  return token?.kind === 'name' && names.test(token.text);
}

function isOperator(token: JsToken, operators: ReadonlySet<string>): boolean {
  return (token.kind === 'mark' || token.kind === 'name') && operators.has(token.text);
}
