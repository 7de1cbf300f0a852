import type { Range } from '../../types.ts';
import type { PythonNames } from '../python.ts';
import type { SyntaxNode } from '../syntax-tree.ts';

/** What it takes to read an expression. */
export interface Reader extends PythonNames {
  readonly source: string;
}

export function rangeOf(node: SyntaxNode): Range {
  return { start: node.start, end: node.end };
}

export function textOf(node: SyntaxNode, reader: { readonly source: string }): string {
  return reader.source.slice(node.start, node.end);
}

/** The child that the grammar gives this field name. */
export function fieldOf(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return node.children.find((child) => child.field === name);
}

/** Children that carry meaning: no punctuation, no comments. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter((child) => child.named && child.type !== 'comment');
}
