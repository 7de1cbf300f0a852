import type { Range } from '../../types.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import type { HclExpression } from '../terraform.ts';
import { toExpression } from './to-expression.ts';

/** `var.list[0]`, `aws_x.y[*].id`, `each.value`: a name and what is reached from it. */
export function toReference(
  head: SyntaxNode,
  suffixes: readonly SyntaxNode[],
  range: Range,
  source: string,
): HclExpression {
  const path = [source.slice(head.start, head.end)];
  const indexes: HclExpression[] = [];
  for (const suffix of suffixes) addStep(suffix, source, path, indexes);
  return { kind: 'reference', path, indexes, range };
}

function addStep(node: SyntaxNode, source: string, path: string[], indexes: HclExpression[]): void {
  if (node.type === 'get_attr') {
    path.push(source.slice(node.start, node.end).replace(/^\.\s*/, ''));
    return;
  }
  if (node.type === 'legacy_index') {
    path.push(source.slice(node.start + 1, node.end).trim());
    return;
  }
  if (node.type === 'attr_splat' || node.type === 'full_splat') path.push('*');
  if (node.type === 'new_index') addIndex(node, source, path, indexes);
  else for (const child of node.children) addStep(child, source, path, indexes);
}

function addIndex(node: SyntaxNode, source: string, path: string[], indexes: HclExpression[]): void {
  const child = node.children.find((one) => one.type === 'expression');
  if (!child) return;
  const index = toExpression(child, source);
  if (index.kind === 'literal') path.push(String(index.value));
  else {
    path.push('?');
    indexes.push(index);
  }
}
