import { attribute, blocksOf, type HclBlock } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { ModuleScope } from '../modules/module-scope.ts';
import { textAt } from './text-at.ts';

/** A part of AWS with accounts, regions and ARNs of its own. */
export interface Partition {
  /** As in ARNs: `aws-us-gov`. */
  readonly name: string;
  readonly region: string;
}

/** The partition of all the AWS providers of a module, where it is another than the usual one; undefined where one of them is not known. */
export function partitionOf(module: TerraformModule, scope: ModuleScope): Partition | undefined {
  const providers = module.documents
    .flatMap(({ view }) => blocksOf(view, 'provider'))
    .filter(({ labels }) => labels[0]?.text === 'aws');
  const found = providers.map((provider) => ofProvider(provider, scope));
  const [first] = found;
  return first && found.every((one) => one?.name === first.name) ? first : undefined;
}

function ofProvider(provider: HclBlock, scope: ModuleScope): Partition | undefined {
  const region = attribute(provider, 'region') && textAt(provider, 'region', scope);
  if (!region || region.byDefault) return undefined;
  if (/^us-gov-[a-z]+-\d$/.test(region.text)) return { name: 'aws-us-gov', region: region.text };
  return /^cn-[a-z]+-\d$/.test(region.text) ? { name: 'aws-cn', region: region.text } : undefined;
}
