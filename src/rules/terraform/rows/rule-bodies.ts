import { attribute, blocksOf, type HclBlock, type HclExpression } from '../../../documents/terraform.ts';
import type { ModuleScope } from '../modules/module-scope.ts';
import { plainText } from '../modules/plain-text.ts';
import type { RuleBody } from './read-ports.ts';
import type { IngressShape } from './row.ts';

/** Rules written as blocks, as `dynamic` blocks whose content is literal, and as a list of objects. */
export function bodiesOf(block: HclBlock, { block: name }: IngressShape): readonly RuleBody[] {
  if (name === undefined) return [block];
  const dynamic = blocksOf(block, 'dynamic').filter(({ labels }) => labels[0]?.text === name);
  const list = attribute(block, name)?.value;
  const objects = list?.kind === 'list' ? list.items : [];
  return [
    ...blocksOf(block, name),
    ...dynamic.flatMap((one) => blocksOf(one, 'content')),
    ...objects.flatMap((one) => (one.kind === 'object' ? [toBody(one)] : [])),
  ];
}

function toBody(object: HclExpression & { kind: 'object' }): RuleBody {
  const attributes = object.entries.flatMap(({ name, value, range }) =>
    name === undefined ? [] : [{ name, value, range }],
  );
  return { attributes, blocks: [] };
}

/** Whether a rule lets somebody in. Unknown is no. */
export function applies({ when }: IngressShape, body: RuleBody, scope: ModuleScope): boolean {
  return Object.entries(when).every(([name, values]) => {
    const given = body.attributes.find((one) => one.name === name);
    if (!given) return values.includes(undefined);
    const value = scope.resolve(given.value);
    return (
      value.known && values.some((one) => plainText(one ?? null).toLowerCase() === plainText(value.value).toLowerCase())
    );
  });
}
