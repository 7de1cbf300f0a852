import { attribute, blocksOf, type HclBlock } from '../../../documents/terraform.ts';
import type { ModuleScope } from '../modules/module-scope.ts';
import { plainText } from '../modules/plain-text.ts';
import { textsIn } from '../modules/text-of.ts';
import { parentsOf } from './parents-of.ts';
import type { Condition } from './row.ts';

/** Whether a condition holds for a resource; `unknown` where the text does not tell. */
export function holds(
  { path, oneOf, having, matching }: Condition,
  block: HclBlock,
  scope: ModuleScope,
): boolean | 'unknown' {
  const { blocks, isDynamic } = parentsOf(block, path);
  const name = path.at(-1) ?? '';
  if (isDynamic) return 'unknown';
  const given = blocks.flatMap((one) => attribute(one, name) ?? []);
  if (matching !== undefined) {
    const texts = given.flatMap(({ value }) => textsIn(value, scope));
    return texts.length > 0 && texts.every((text) => text !== undefined && new RegExp(matching).test(text));
  }
  if (having !== undefined) {
    const texts = given.flatMap(({ value }) => textsIn(value, scope));
    return (
      texts.some((text) => text !== undefined && having.includes(text)) || (texts.includes(undefined) && 'unknown')
    );
  }
  if (!oneOf) {
    if (given.length > 0 || blocks.some((one) => blocksOf(one, name).length > 0)) return true;
    return blocks.some((one) => isMadeIn(one, name)) && 'unknown';
  }
  if (given.length === 0) {
    if (blocks.some((one) => blocksOf(one, name).length > 0)) return false;
    return blocks.some((one) => isMadeIn(one, name)) ? 'unknown' : oneOf.includes(undefined);
  }
  const values = given.map(({ value }) => scope.resolve(value));
  if (
    values.some(
      (value) => value.known && oneOf.some((one) => one !== undefined && plainText(one) === plainText(value.value)),
    )
  )
    return true;
  return values.some(({ known }) => !known) ? 'unknown' : false;
}

/** A `dynamic` block may make one. */
function isMadeIn(block: HclBlock, name: string): boolean {
  return blocksOf(block, 'dynamic').some(({ labels }) => labels[0]?.text === name);
}
