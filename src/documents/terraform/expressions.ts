import type { HclBlock, HclExpression } from '../terraform.ts';

/** An expression and the one around it; without one it is the whole value of an attribute. */
export interface HclNode {
  readonly expression: HclExpression;
  readonly parent?: HclExpression;
}

/** Every expression of a block or file, each before those inside it. */
export function expressions(of: Pick<HclBlock, 'attributes' | 'blocks'>): readonly HclNode[] {
  const found: HclNode[] = [];
  collectBody(of, found);
  return found;
}

function collectBody(body: Pick<HclBlock, 'attributes' | 'blocks'>, found: HclNode[]): void {
  for (const { value } of body.attributes) collect({ expression: value }, found);
  for (const block of body.blocks) collectBody(block, found);
}

function collect(node: HclNode, found: HclNode[]): void {
  found.push(node);
  for (const part of partsOf(node.expression)) collect({ expression: part, parent: node.expression }, found);
}

/** The expressions right inside an expression. */
export function partsOf(expression: HclExpression): readonly HclExpression[] {
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
    case 'for':
      return [expression.collection, expression.key, expression.value, expression.condition].filter(
        (part) => part !== undefined,
      );
    case 'unknown':
      return expression.children;
    case 'literal':
      return [];
  }
}
