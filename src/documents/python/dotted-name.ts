import type { SyntaxNode } from '../syntax-tree.ts';
import { fieldOf, type Reader, textOf } from './reader.ts';

/** An expression as a dotted path: `a.b`, with calls and subscripts shortened to `()` and `[]`; `?` for what has no name. */
export function dottedName(node: SyntaxNode, reader: { readonly source: string }): string {
  const base = node.children[0];
  switch (node.type) {
    case 'identifier':
      return textOf(node, reader);
    case 'attribute': {
      const attribute = fieldOf(node, 'attribute');
      return base && attribute ? `${dottedName(base, reader)}.${textOf(attribute, reader)}` : '?';
    }
    case 'call':
      return base ? `${dottedName(base, reader)}()` : '?';
    case 'subscript':
      return base ? `${dottedName(base, reader)}[]` : '?';
    case 'await':
    case 'parenthesized_expression': {
      const inner = node.children.find((child) => child.named && child.type !== 'comment');
      return inner ? dottedName(inner, reader) : '?';
    }
    default:
      return '?';
  }
}

/** A dotted name after imports: what its first segment stands for, and the rest. */
export function resolveName(dotted: string, aliases: Reader['aliases']): string {
  const end = dotted.search(/[.([]/);
  const first = end < 0 ? dotted : dotted.slice(0, end);
  const known = aliases.get(first);
  if (known === undefined || known.endsWith('*')) return dotted;
  // `import a.b` binds `a`, and its alias entry may name a.b: what is written then already says it all.
  if (known.startsWith(`${first}.`)) return dotted;
  return end < 0 ? known : known + dotted.slice(end);
}
