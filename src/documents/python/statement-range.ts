import type { Range } from '../../types.ts';
import type { SyntaxNode } from '../syntax-tree.ts';

/** A simple statement as a whole; a compound one from its first word to the colon. */
export function statementRange(node: SyntaxNode): Range {
  const statement = node.type === 'decorated_definition' ? (node.children.at(-1) ?? node) : node;
  const body = statement.children.findIndex((child) => child.field === 'body' || child.field === 'consequence');
  const colon = statement.children.slice(0, Math.max(0, body)).findLast((child) => child.type === ':');
  return { start: node.start, end: colon?.end ?? statement.end };
}
