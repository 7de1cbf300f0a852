import { expressionSpans } from '../../../documents/workflow/expression-spans.ts';

/**
 * How long the one expression is that GitHub makes of a text with expressions in it: `format('…{0}…', …)`. A value that
 * has none, or that is one, stays what it is: 0.
 */
export function textLength(text: string): number {
  const spans = expressionSpans(text);
  const [first] = spans;
  if (!first || (first.start === 0 && first.end === text.length)) return 0;
  let length = "format('')".length;
  let from = 0;
  for (const [i, { start, end }] of spans.entries()) {
    length += escapedLength(text.slice(from, start)) + `{${i}}, `.length + text.slice(start + 3, end - 2).trim().length;
    from = end;
  }
  return length + escapedLength(text.slice(from));
}

/** Quotes and braces are written twice. */
function escapedLength(text: string): number {
  return text.length + (text.match(/['{}]/g)?.length ?? 0);
}
