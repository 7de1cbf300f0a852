import { sliceOf } from '../documents/source-text.ts';
import type { HclBlock } from '../documents/terraform.ts';
import type { Named } from './compare-values.ts';

/** Settings that say who can reach a resource and whether it can be lost: what a reviewer wants to see at a glance. */
const TELLING: ReadonlySet<string> = new Set([
  'acl',
  'cidr_blocks',
  'cidr_ipv4',
  'count',
  'deletion_protection',
  'engine_version',
  'force_destroy',
  'instance_class',
  'instance_type',
  'ipv6_cidr_blocks',
  'prevent_destroy',
  'public_network_access_enabled',
  'publicly_accessible',
  'skip_final_snapshot',
  'source_address_prefix',
  'source_ranges',
  'storage_encrypted',
  'encrypted',
  'version',
]);

/** The telling settings of a block and of the blocks in it, by their path: `ingress.cidr_blocks`. */
export function tellingSettings(block: HclBlock, source: string, prefix = ''): ReadonlyMap<string, Named> {
  const own = block.attributes
    .filter(({ name }) => TELLING.has(name))
    .map(
      ({ name, value, range }) =>
        [`${prefix}${name}`, { value: sliceOf(source, value.range).replace(/\s+/g, ' '), range }] as const,
    );
  const nested = block.blocks.flatMap((inner) => [...tellingSettings(inner, source, `${prefix}${inner.type}.`)]);
  return new Map([...own, ...nested]);
}
