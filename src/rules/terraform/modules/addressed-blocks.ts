import { attribute, type HclBlock, type TerraformDocument } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { ModuleScope } from './module-scope.ts';

export interface AddressedBlock {
  /** `aws_instance.web`; for data sources `data.aws_ami.base`. */
  readonly address: string;
  readonly block: HclBlock;
  readonly document: TerraformDocument;
}

/** The resources of a module; those of the given types, where types are given. */
export function resourcesOf(module: TerraformModule, types?: readonly string[]): readonly AddressedBlock[] {
  return module.documents.flatMap((document) =>
    document.view.blocks.flatMap((block) => {
      const [type, name] = block.labels;
      if (block.type !== 'resource' || !type || !name || (types && !types.includes(type.text))) return [];
      return [{ address: `${type.text}.${name.text}`, block, document }];
    }),
  );
}

/** `count = 0`: it is not made. */
export function isSwitchedOff(block: HclBlock, scope: ModuleScope): boolean {
  const count = attribute(block, 'count');
  const value = count && scope.resolve(count.value);
  return value?.known === true && value.value === 0;
}
