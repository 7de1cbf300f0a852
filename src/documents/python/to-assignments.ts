import type { PythonAssignment } from '../python.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { fieldOf, partsOf, rangeOf, textOf } from './reader.ts';
import type { Surroundings } from './surroundings.ts';
import { toExpression } from './to-expression.ts';

const PATTERNS = new Set(['pattern_list', 'tuple_pattern', 'list_pattern']);
const TUPLES = new Set(['expression_list', 'tuple', 'list']);

/** One entry per name on the left of `=`, `+=` or `:=`. An annotation without a value assigns nothing. */
export function toAssignments(node: SyntaxNode, around: Surroundings): readonly PythonAssignment[] {
  const left = fieldOf(node, 'left') ?? fieldOf(node, 'name');
  const right = lastValue(fieldOf(node, 'right') ?? fieldOf(node, 'value'));
  if (!left || !right) return [];
  const { reader, functionName } = around;
  const augmented = node.type === 'augmented_assignment';
  return pairs(left, right).map(({ target, value, unpacked }) => ({
    name: textOf(target, reader),
    value: toExpression(value, reader),
    unpacked,
    augmented,
    range: rangeOf(node),
    functionName,
  }));
}

/** In `a = b = 1` the right side of `a` is an assignment itself. */
function lastValue(node: SyntaxNode | undefined): SyntaxNode | undefined {
  let value = node;
  while (value?.type === 'assignment') value = fieldOf(value, 'right');
  return value;
}

interface Pair {
  readonly target: SyntaxNode;
  readonly value: SyntaxNode;
  readonly unpacked: boolean;
}

function pairs(left: SyntaxNode, right: SyntaxNode): readonly Pair[] {
  if (!PATTERNS.has(left.type)) return [{ target: left, value: right, unpacked: false }];
  const targets = partsOf(left);
  const values = TUPLES.has(right.type) ? partsOf(right) : [];
  if (values.length !== targets.length) return targets.map((target) => ({ target, value: right, unpacked: true }));
  return targets.map((target, index) => ({ target, value: values[index] ?? right, unpacked: false }));
}
