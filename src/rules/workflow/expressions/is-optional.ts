import type { ExpressionNode } from '../../../documents/workflow/expression.ts';

/** Whether something else stands in wherever a context's value is missing: `matrix.os || 'ubuntu-latest'`. */
export function isOptional(path: readonly string[], node: ExpressionNode | undefined): boolean {
  if (!node) return true;
  switch (node.kind) {
    case 'context':
      return node.path !== path;
    case 'call':
      return node.args.every((arg) => isOptional(path, arg));
    case 'comparison':
      return node.operands.every((operand) => isOptional(path, operand));
    case 'logical':
      return node.operands.every(
        (operand, i) =>
          (node.operator === '||' && i < node.operands.length - 1 && operand.kind === 'context') ||
          isOptional(path, operand),
      );
    case 'not':
      return isOptional(path, node.operand);
    case 'index':
      return isOptional(path, node.of) && isOptional(path, node.index);
    default:
      return true;
  }
}
