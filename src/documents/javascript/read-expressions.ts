import type { AnyNode } from 'acorn';
import type { JsExpression } from './js-expression.ts';
import type { ParsedScript } from './parse-script.ts';
import { type Part, readNode } from './read-node.ts';

/** Longer chains of properties, and what is nested deeper, are nobody's script: those who ask of a value call themselves. */
const MAX_HEIGHT = 50;

const OPAQUE: JsExpression = { kind: 'opaque' };

/** The value of each node, from the inside out: each is made once of those of its parts, in time that grows with the script. */
export function readExpressions({ script, nodes }: ParsedScript): Part {
  const read = new Map<AnyNode, { readonly value: JsExpression; readonly height: number }>();
  const part: Part = (node) => {
    const found = read.get(node);
    return found && found.height < MAX_HEIGHT ? found.value : OPAQUE;
  };
  for (const { node, children } of nodes.toReversed()) {
    let height = 0;
    // What stands in a block is no part of a value.
    if (node.type !== 'BlockStatement')
      for (const child of children) height = Math.max(height, 1 + (read.get(child)?.height ?? 0));
    read.set(node, { value: readNode(node, part, script), height });
  }
  return (node) => read.get(node)?.value ?? OPAQUE;
}
