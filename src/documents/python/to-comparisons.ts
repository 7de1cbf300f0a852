import type { PythonComparison } from '../python.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { rangeOf } from './reader.ts';
import type { Surroundings } from './surroundings.ts';
import { toExpression } from './to-expression.ts';

/** `0 < x <= 1` is two comparisons: `0 < x` and `x <= 1`. */
export function toComparisons(node: SyntaxNode, around: Surroundings): readonly PythonComparison[] {
  const parts = node.children.filter((child) => child.type !== 'comment');
  const { reader, functionName, guards } = around;
  return parts.flatMap((operator, index) => {
    const left = parts[index - 1];
    const right = parts[index + 1];
    if (operator.named || !left?.named || !right?.named) return [];
    return [
      {
        left: toExpression(left, reader),
        operator: operator.type,
        right: toExpression(right, reader),
        range: parts.length > 3 ? { start: left.start, end: right.end } : rangeOf(node),
        functionName,
        guards,
      },
    ];
  });
}
