import type { AnyNode } from 'acorn';
import type { JsExpression } from './js-expression.ts';
import { keyOf, type Part } from './read-node.ts';

/** A name that a pattern gives a part of a value to, or a default. */
export interface Bound {
  readonly name: string;
  readonly values: readonly JsExpression[];
}

interface Placed {
  readonly pattern: AnyNode;
  readonly values: readonly JsExpression[];
  readonly depth: number;
}

const OPAQUE: JsExpression = { kind: 'opaque' };
/** What is taken out of something deeper is not told. */
const MAX_DEPTH = 8;

/** The names on the left of a `=`: `title`, `{ data: { title } }`, `[first = 1]`. */
export function readPattern(pattern: AnyNode, value: JsExpression, part: Part): Bound[] {
  const bound: Bound[] = [];
  const left: Placed[] = [{ pattern, values: [value], depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const named = next.pattern.type === 'Identifier' ? part(next.pattern) : OPAQUE;
    if (named.kind === 'name') bound.push({ name: named.name, values: next.values });
    for (const placed of partsOf(next, part).reverse()) left.push(placed);
  }
  return bound;
}

function partsOf({ pattern, values, depth }: Placed, part: Part): Placed[] {
  const below = (inner: AnyNode, property: string | undefined): Placed => ({
    pattern: inner,
    values:
      property === undefined || depth >= MAX_DEPTH ? [OPAQUE] : values.map((of) => ({ kind: 'member', of, property })),
    depth: depth + 1,
  });
  switch (pattern.type) {
    case 'AssignmentPattern':
      return [{ pattern: pattern.left, values: [...values, part(pattern.right)], depth }];
    case 'ObjectPattern':
      return pattern.properties.map((property) =>
        property.type === 'RestElement'
          ? below(property.argument, undefined)
          : below(property.value, keyOf(property) ?? '*'),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) =>
        element === null
          ? []
          : element.type === 'RestElement'
            ? below(element.argument, undefined)
            : below(element, '*'),
      );
    case 'RestElement':
      return [below(pattern.argument, undefined)];
    default:
      return [];
  }
}
