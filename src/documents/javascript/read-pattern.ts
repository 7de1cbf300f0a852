import type { JsExpression } from './js-expression.ts';
import { isMark, itemStarts } from './read-expression.ts';
import type { JsTokens } from './read-tokens.ts';

/** A name that a pattern gives a part of a value to. */
export interface Bound {
  readonly name: string;
  readonly value: JsExpression;
}

const MAX_DEPTH = 8;

/** The names on the left of a `=`: `title`, `{ data: { title } }`, `[first]`. */
export function readPattern(code: JsTokens, at: number, value: JsExpression, depth = 0): Bound[] {
  const { tokens, partners } = code;
  const token = tokens[at];
  if (token?.kind === 'name') return [{ name: token.text, value }];
  const close = partners.get(at);
  if (close === undefined || close < at || depth > MAX_DEPTH) return [];
  return itemStarts(code, at, close).flatMap(({ start, end }) => {
    const [key, colon] = [tokens[start], tokens[start + 1]];
    if (isMark(key, '...')) return readPattern(code, start + 1, { kind: 'opaque' }, depth + 1);
    if (isMark(token, '[')) return readPattern(code, start, { kind: 'member', of: value, property: '*' }, depth + 1);
    const part: JsExpression = { kind: 'member', of: value, property: key?.text ?? '*' };
    return readPattern(code, isMark(colon, ':') && end > start + 2 ? start + 2 : start, part, depth + 1);
  });
}

/** The index behind a pattern. */
export function afterPattern({ partners }: JsTokens, at: number): number {
  return Math.max(at, partners.get(at) ?? at) + 1;
}
