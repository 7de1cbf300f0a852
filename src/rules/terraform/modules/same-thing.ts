import { attribute, type HclBlock } from '../../../documents/terraform.ts';
import type { AddressedBlock } from './addressed-blocks.ts';

/** Attributes that say which thing of the cloud a resource is. */
const IDENTITIES = [
  'bucket',
  'identifier',
  'cluster_identifier',
  'function_name',
  'domain_name',
  'repository_id',
  'name',
];

/** Whether two blocks of different names stand for one thing: the same text, or the same name in the cloud. */
export function sameThing(one: AddressedBlock, other: AddressedBlock): boolean {
  if (one.block.type !== other.block.type) return false;
  if (one.block.type === 'resource' && one.block.labels[0]?.text !== other.block.labels[0]?.text) return false;
  const body = bodyOf(one);
  if (body !== '' && body === bodyOf(other)) return true;
  return one.block.type === 'resource' && hasSameName(one.block, other.block);
}

/** Without comments, and with its white space folded. */
function bodyOf({ block, document }: AddressedBlock): string {
  const { start, end } = block.bodyRange;
  return document.source
    .slice(start, end)
    .replace(/^\s*(#|\/\/).*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function hasSameName(one: HclBlock, other: HclBlock): boolean {
  const name = IDENTITIES.find((name) => attribute(one, name));
  if (name === undefined) return false;
  const [a, b] = [attribute(one, name)?.value, attribute(other, name)?.value];
  return a?.kind === 'literal' && b?.kind === 'literal' && a.value !== null && a.value === b.value;
}
