import type { Range } from '../../types.ts';

/** More in one value than this is nobody's workflow. */
const MAX_EXPRESSIONS = 2000;

/**
 * Where `${{ }}` stand in a value, in time that grows with its length: a `}}` in a string does not end one. Once an
 * expression does not end, strings are no longer trusted, and the next `}}` ends it.
 */
export function expressionSpans(text: string): Range[] {
  const spans: Range[] = [];
  let trustStrings = true;
  let start = text.indexOf('${{');
  while (start >= 0 && spans.length < MAX_EXPRESSIONS) {
    let end = trustStrings ? endOutsideStrings(text, start + 3) : -1;
    if (end < 0) {
      trustStrings = false;
      end = text.indexOf('}}', start + 3);
    }
    if (end < 0) break;
    spans.push({ start, end: end + 2 });
    start = text.indexOf('${{', end + 2);
  }
  return spans;
}

function endOutsideStrings(text: string, from: number): number {
  let inString = false;
  for (let i = from; i < text.length; i++) {
    if (text[i] === "'") inString = !inString;
    else if (!inString && text[i] === '}' && text[i + 1] === '}') return i;
  }
  return -1;
}
