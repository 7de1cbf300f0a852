import { attribute, type HclBlock, type TerraformDocument } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { ModuleScope } from './module-scope.ts';

export interface AddressedBlock {
  /** `aws_instance.web`; for data sources `data.aws_ami.base`. */
  readonly address: string;
  readonly block: HclBlock;
  readonly document: TerraformDocument;
}

type ByType = ReadonlyMap<string, readonly AddressedBlock[]>;

const known = new WeakMap<TerraformModule, { readonly all: readonly AddressedBlock[]; readonly byType: ByType }>();

/** The resources of a module; those of the given types, where types are given: also data sources, as `data.aws_ami`. */
export function resourcesOf(module: TerraformModule, types?: readonly string[]): readonly AddressedBlock[] {
  const found = known.get(module) ?? collect(module);
  known.set(module, found);
  return types ? types.flatMap((type) => found.byType.get(type) ?? []) : found.all;
}

/** Collected once per module: a hundred rules ask for it. */
function collect(module: TerraformModule): { readonly all: readonly AddressedBlock[]; readonly byType: ByType } {
  const byType = new Map<string, AddressedBlock[]>();
  const found = module.documents.flatMap((document) =>
    document.view.blocks.flatMap((block) => {
      const [type, name] = block.labels;
      if (!(block.type === 'resource' || block.type === 'data') || !type || !name) return [];
      const full = block.type === 'data' ? `data.${type.text}` : type.text;
      return [{ full, one: { address: `${full}.${name.text}`, block, document } }];
    }),
  );
  for (const { full, one } of found) byType.set(full, [...(byType.get(full) ?? []), one]);
  return { all: found.flatMap(({ one }) => (one.block.type === 'resource' ? [one] : [])), byType };
}

/** `count = 0`: it is not made. */
export function isSwitchedOff(block: HclBlock, scope: ModuleScope): boolean {
  const count = attribute(block, 'count');
  const value = count && scope.resolve(count.value);
  return value?.known === true && value.value === 0;
}
