import type { AnyNode } from 'acorn';
import { childrenOf } from './children-of.ts';
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
  for (const { node } of nodes.toReversed()) {
    expressions.set(node, readNode(node, part, script));
    heights.set(node, heightOf(node, heights));
  }
  return (node) => expressions.get(node) ?? { kind: 'opaque' };
}

/** What stands in a block is no part of a value. */
function heightOf(node: AnyNode, heights: ReadonlyMap<AnyNode, number>): number {
  if (node.type === 'BlockStatement') return 0;
  return childrenOf(node).reduce((height, child) => Math.max(height, 1 + (heights.get(child) ?? 0)), 0);
}
