import {
  attribute,
  blocksOf,
  calls,
  type HclAttribute,
  type HclBlock,
  type TerraformDocument,
} from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { Range } from '../../../types.ts';

/** An entry of `required_providers`. */
export interface RequiredProvider {
  readonly name: string;
  readonly entry: HclAttribute;
  readonly document: TerraformDocument;
  readonly source?: string;
  readonly hasVersion: boolean;
  /** Written as a bare version, as Terraform 0.12 had it. */
  readonly legacy: boolean;
}

export interface ProviderUse {
  readonly name: string;
  /** By a function of it, which only exists where `required_providers` names the provider. */
  readonly isFunction?: boolean;
  readonly range: Range;
  readonly document: TerraformDocument;
}

export function requiredProviders(module: TerraformModule): readonly RequiredProvider[] {
  return requiredBlocks(module).flatMap(({ block, document }) =>
    block.attributes.map((entry) => toRequired(entry, document)),
  );
}

/** The `required_providers` blocks, of which there may be several. */
export function requiredBlocks(
  module: TerraformModule,
): readonly { readonly block: HclBlock; readonly document: TerraformDocument }[] {
  return module.documents.flatMap((document) =>
    blocksOf(document.view, 'terraform').flatMap((terraform) =>
      blocksOf(terraform, 'required_providers').map((block) => ({ block, document })),
    ),
  );
}

/** Without any settings of its own a module takes its providers from the caller, who sets their versions. */
export function hasProviderSettings(module: TerraformModule): boolean {
  return module.documents.some(
    ({ view }) => blocksOf(view, 'provider').length + blocksOf(view, 'terraform').length > 0,
  );
}

function toRequired(entry: HclAttribute, document: TerraformDocument): RequiredProvider {
  const { value, name } = entry;
  const entries = value.kind === 'object' ? value.entries : [];
  const source = entries.find((one) => one.name === 'source')?.value;
  return {
    name,
    entry,
    document,
    hasVersion: value.kind !== 'object' || entries.some((one) => one.name === 'version'),
    legacy: value.kind === 'literal',
    ...(source?.kind === 'literal' && typeof source.value === 'string' ? { source: source.value } : {}),
  };
}

/** The first use of every provider: its own block, or a resource or data source of it. */
export function providerUses(module: TerraformModule): readonly ProviderUse[] {
  const uses = module.documents.flatMap((document) =>
    document.view.blocks.flatMap((block): ProviderUse[] => {
      const name = providerOf(block);
      return name === undefined || name === 'terraform' ? [] : [{ name, range: block.headerRange, document }];
    }),
  );
  const blocksFirst = [
    ...uses.filter(({ document, range }) => document.source.startsWith('provider', range.start)),
    ...uses,
  ];
  return [...new Map(blocksFirst.toReversed().map((use) => [use.name, use])).values()].reverse();
}

/** The providers whose functions are called: `provider::time::rfc3339_parse(...)`. */
export function functionUses(module: TerraformModule): readonly ProviderUse[] {
  const uses = module.documents.flatMap((document) =>
    calls(document.view).flatMap(({ name, nameRange }): ProviderUse[] => {
      const [, provider] = /^provider::([\w-]+)::/.exec(name) ?? [];
      if (provider === undefined || provider === 'terraform') return [];
      return [{ name: provider, range: nameRange, document, isFunction: true }];
    }),
  );
  return [...new Map(uses.toReversed().map((use) => [use.name, use])).values()].reverse();
}

function providerOf(block: HclBlock): string | undefined {
  const label = block.labels[0]?.text;
  if (block.type === 'provider') return label;
  if (!['resource', 'data', 'ephemeral'].includes(block.type)) return undefined;
  const given = attribute(block, 'provider')?.value;
  if (given?.kind === 'reference') return given.path[0];
  if (given?.kind === 'literal') return String(given.value).split('.')[0];
  return label?.split('_')[0];
}
