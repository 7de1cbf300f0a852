import type { ExpressionNode } from '../../../documents/workflow/expression.ts';

/** The expressions that one is made of, one level down. */
export function partsOf(node: ExpressionNode): readonly ExpressionNode[] {
  if (node.kind === 'call') return node.args;
  if (node.kind === 'logical' || node.kind === 'comparison') return node.operands;
  if (node.kind === 'not') return [node.operand];
  return node.kind === 'index' ? [node.of, node.index] : [];
}
