import type { Range } from '../../types.ts';
import type { HclAttribute, HclBlock, HclExpression } from '../terraform.ts';
import { expressions, partsOf } from './expressions.ts';

export interface HclReference {
  readonly path: readonly string[];
  readonly range: Range;
}

type Names = ReadonlySet<string>;

/** Every reference in a block, file or expression: templates, nested blocks, `for_each` and dynamic blocks included. */
export function references(of: HclExpression | Pick<HclBlock, 'attributes' | 'blocks'>): readonly HclReference[] {
  const found: HclReference[] = [];
  if ('kind' in of) collect(of, new Set(), found);
  else collectBody(of, found);
  return found;
}

export type HclCall = HclExpression & { readonly kind: 'call' };

/** Every call of a function in a block or file. */
export function calls(of: Pick<HclBlock, 'attributes' | 'blocks'>): readonly HclCall[] {
  return expressions(of).flatMap(({ expression }) => (expression.kind === 'call' ? [expression] : []));
}

function collectBody(body: Pick<HclBlock, 'attributes' | 'blocks'>, found: HclReference[]): void {
  for (const one of body.attributes as readonly HclAttribute[]) collect(one.value, new Set(), found);
  for (const block of body.blocks) collectBody(block, found);
}

/** `bound` holds the names of the enclosing `for` expressions: they refer to nothing outside. */
function collect(expression: HclExpression, bound: Names, found: HclReference[]): void {
  if (expression.kind === 'reference' && !bound.has(expression.path[0] ?? '')) {
    found.push({ path: expression.path, range: expression.range });
  }
  if (expression.kind === 'for') {
    collect(expression.collection, bound, found);
    const inner = new Set([...bound, ...expression.names]);
    for (const child of [expression.key, expression.value, expression.condition])
      if (child) collect(child, inner, found);
    return;
  }
  for (const child of partsOf(expression)) collect(child, bound, found);
}
