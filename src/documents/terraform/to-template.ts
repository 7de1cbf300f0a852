import type { Range } from '../../types.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import type { HclExpression } from '../terraform.ts';
import { inside } from './to-expression.ts';

/** `"a${b}"` and heredocs. Text is taken from between the parts: the grammar drops white space there. */
export function toTemplate(node: SyntaxNode, source: string): HclExpression {
  const template = node.children[0] ?? node;
  const heredoc = template.type === 'heredoc_template';
  const content = heredoc ? heredocContent(template, source) : { start: template.start + 1, end: template.end - 1 };
  const parts: HclExpression[] = [];
  let at = content.start;
  for (const child of template.children) {
    if (child.type !== 'template_interpolation' && child.type !== 'template_directive') continue;
    addText(parts, { start: at, end: child.start }, source, heredoc);
    parts.push(toPart(child, source));
    at = child.end;
  }
  addText(parts, { start: at, end: content.end }, source, heredoc);
  const indented = heredoc && source.startsWith('<<-', template.start);
  return { kind: 'template', parts, heredoc, indented, range: { start: node.start, end: node.end } };
}

/** From the line after `<<EOF` to the line of the closing `EOF`. */
function heredocContent(template: SyntaxNode, source: string): Range {
  const [open, close] = template.children.filter((child) => child.type === 'heredoc_identifier');
  const lineEnd = source.indexOf('\n', open?.end ?? template.start);
  const start = lineEnd < 0 ? template.end : lineEnd + 1;
  const closing = close?.end ?? template.end;
  return { start, end: Math.max(start, source.lastIndexOf('\n', closing - 1) + 1) };
}

function addText(parts: HclExpression[], range: Range, source: string, heredoc: boolean): void {
  if (range.end <= range.start) return;
  const text = source.slice(range.start, range.end);
  parts.push({ kind: 'literal', value: heredoc ? unescapeMarkers(text) : unescapeQuoted(text), range });
}

function toPart(node: SyntaxNode, source: string): HclExpression {
  const children = inside(node, source);
  const [first] = children;
  if (node.type === 'template_interpolation' && first && children.length === 1) return first;
  return { kind: 'unknown', children, range: { start: node.start, end: node.end } };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The value of a quoted string's text; an escape that HCL does not know stays as it is. */
export function unescapeQuoted(text: string): string {
  if (!/[\\$%]/.test(text)) return text;
  const plain = text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs, (whole, short, long, simple) => {
    if (simple !== undefined) return ESCAPES[simple] ?? whole;
    const code = Number.parseInt(short ?? long, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return unescapeMarkers(plain);
}

function unescapeMarkers(text: string): string {
  return text.replaceAll('$${', '${').replaceAll('%%{', '%{');
}
