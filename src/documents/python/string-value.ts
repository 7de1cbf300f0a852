import type { SyntaxNode } from '../syntax-tree.ts';

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
  '\r\n': '',
};

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(\r\n|[\s\S]))/g;

/** What a string literal stands for; `undefined` for bytes and for strings with interpolations. */
export function stringValue(node: SyntaxNode, source: string): string | undefined {
  const [open] = node.children;
  const close = node.children.at(-1);
  if (!open || !close || open.type !== 'string_start' || close.type !== 'string_end') return undefined;
  if (node.children.some((child) => child.type === 'interpolation')) return undefined;
  const prefix = source.slice(open.start, open.end).toLowerCase();
  if (prefix.includes('b')) return undefined;
  const text = source.slice(open.end, close.start);
  if (prefix.includes('r')) return text;
  return unescapeText(/[ft]/.test(prefix) ? text.replace(/\{\{|\}\}/g, (brace) => brace[0] ?? '') : text);
}

function unescapeText(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (whole, hex, short, long, octal, simple) => {
    if (simple !== undefined) return SIMPLE[simple] ?? whole;
    const code = octal === undefined ? Number.parseInt(hex ?? short ?? long, 16) : Number.parseInt(octal, 8);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
