import type { AnyNode } from 'acorn';
import type { JsExpression } from './js-expression.ts';
import type { ParsedScript } from './parse-script.ts';
import { type Part, readNode } from './read-node.ts';

/** Longer chains of properties, and what is nested deeper, are nobody's script: those who ask of a value call themselves. */
const MAX_HEIGHT = 50;

/** The value of each node, from the inside out: each is made once of those of its parts, in time that grows with the script. */
export function readExpressions({ script, nodes }: ParsedScript): Part {
  const heights = new Map<AnyNode, number>();
  const expressions = new Map<AnyNode, JsExpression>();
  const part: Part = (node) =>
    ((heights.get(node) ?? 0) < MAX_HEIGHT ? expressions.get(node) : undefined) ?? { kind: 'opaque' };
  for (const { node, children } of nodes.toReversed()) {
    expressions.set(node, readNode(node, part, script));
    const height = (child: AnyNode) => 1 + (heights.get(child) ?? 0);
    // What stands in a block is no part of a value.
    const isBlock = node.type === 'BlockStatement';
    heights.set(node, isBlock ? 0 : children.reduce((highest, child) => Math.max(highest, height(child)), 0));
  }
  return (node) => expressions.get(node) ?? { kind: 'opaque' };
}
