import type { HclBlock, HclExpression } from '../../../documents/terraform.ts';
import type { Range } from '../../../types.ts';

/** A piece of text that stands in the code. */
interface LiteralText {
  readonly text: string;
  readonly range: Range;
}

/** Every text of a block, those in templates, lists, objects and calls. */
export function literalTexts(block: HclBlock): readonly LiteralText[] {
  return [
    ...block.attributes.flatMap(({ value }) => textsIn(value)),
    ...block.blocks.flatMap((one) => literalTexts(one)),
  ];
}

function textsIn(expression: HclExpression): readonly LiteralText[] {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' ? [{ text: expression.value, range: expression.range }] : [];
    case 'template':
      return expression.parts.flatMap(textsIn);
    case 'list':
      return expression.items.flatMap(textsIn);
    case 'object':
      return expression.entries.flatMap(({ key, value }) => [...textsIn(key), ...textsIn(value)]);
    case 'call':
      return expression.args.flatMap(textsIn);
    case 'conditional':
      return [expression.whenTrue, expression.whenFalse].flatMap(textsIn);
    case 'for':
      return textsIn(expression.value);
    default:
      return [];
  }
}
