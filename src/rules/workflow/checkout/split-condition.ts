/** A condition as GitHub evaluates it: `any` of these parts, of each `all` of its parts; leaves are text. */
export type Condition =
  | { readonly kind: 'leaf'; readonly text: string }
  | { readonly kind: 'any' | 'all'; readonly parts: readonly Condition[] };

/** Takes an `if:` apart at `||` and `&&`; leaves are in lower case, without spaces around them. */
export function splitCondition(source: string): Condition {
  const text = unwrap(source.trim().replace(/^\$\{\{([\s\S]*)\}\}$/, '$1')).replace(/\s+/g, ' ');
  for (const [operator, kind] of [
    ['||', 'any'],
    ['&&', 'all'],
  ] as const) {
    const parts = splitAt(text, operator);
    if (parts.length > 1) return { kind, parts: parts.map(splitCondition) };
  }
  return { kind: 'leaf', text: text.toLowerCase().trim() };
}

/** Without parentheses that hold the whole text. */
function unwrap(source: string): string {
  const text = source.trim();
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  for (const [i, letter] of [...text].entries()) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (depth === 0 && i < text.length - 1) return text;
  }
  return unwrap(text.slice(1, -1));
}

function splitAt(text: string, operator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (letter === "'") quoted = !quoted;
    if (quoted) continue;
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (depth === 0 && text.startsWith(operator, i)) {
      parts.push(text.slice(start, i));
      i += operator.length - 1;
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}
