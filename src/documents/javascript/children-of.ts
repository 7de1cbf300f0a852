import type { AnyNode } from 'acorn';

/** The nodes right below a node, in the order of the script; those of a long sum or choice are its operands. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const operands = operandsOf(node);
  if (operands) return operands;
  const children: AnyNode[] = [];
  for (const value of Object.values(node)) {
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const one of value) if (isNode(one)) children.push(one);
  }
  return children;
}

/** What `+`, `||` or `??` join: `a + b + c` is three. Undefined for every other node. */
export function operandsOf(node: AnyNode): AnyNode[] | undefined {
  if (!isJoined(node)) return undefined;
  const operands: AnyNode[] = [node.right];
  let first: AnyNode = node.left;
  while (isJoined(first) && first.operator === node.operator) {
    operands.push(first.right);
    first = first.left;
  }
  operands.push(first);
  return operands.reverse();
}

type Joined = Extract<AnyNode, { type: 'BinaryExpression' | 'LogicalExpression' }>;

function isJoined(node: AnyNode): node is Joined {
  return (
    (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') && /^(\+|\|\||\?\?)$/.test(node.operator)
  );
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
