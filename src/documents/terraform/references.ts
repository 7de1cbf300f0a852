import type { Range } from '../../types.ts';
import type { HclAttribute, HclBlock, HclExpression } from '../terraform.ts';

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
  return [...of.attributes.flatMap(({ value }) => callsIn(value)), ...of.blocks.flatMap((block) => calls(block))];
}

function callsIn(expression: HclExpression): readonly HclCall[] {
  const inner = partsOf(expression).flatMap((part) => callsIn(part));
  return expression.kind === 'call' ? [expression, ...inner] : inner;
}

function partsOf(expression: HclExpression): readonly HclExpression[] {
  if (expression.kind !== 'for') return childrenOf(expression);
  const { collection, key, value, condition } = expression;
  return [collection, key, value, condition].filter((part) => part !== undefined);
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
  for (const child of childrenOf(expression)) collect(child, bound, found);
}

function childrenOf(expression: Exclude<HclExpression, { kind: 'for' }>): readonly HclExpression[] {
  switch (expression.kind) {
    case 'template':
      return expression.parts;
    case 'list':
      return expression.items;
    case 'object':
      return expression.entries.flatMap((entry) => [entry.key, entry.value]);
    case 'reference':
      return expression.indexes;
    case 'call':
      return expression.args;
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    case 'binary':
      return [expression.left, expression.right];
    case 'unary':
      return [expression.operand];
    case 'unknown':
      return expression.children;
    case 'literal':
      return [];
  }
}
