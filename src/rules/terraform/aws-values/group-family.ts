import { attribute, type HclBlock } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import { resourcesOf } from '../modules/addressed-blocks.ts';
import type { ModuleScope } from '../modules/module-scope.ts';
import { textAt } from './text-at.ts';

/** The family of the parameter group that an attribute names: of the group in the module, or of a default one. */
export function groupFamily(
  block: HclBlock,
  name: string,
  module: TerraformModule,
  scope: ModuleScope,
): string | undefined {
  const value = attribute(block, name)?.value;
  if (!value) return undefined;
  if (value.kind !== 'reference') {
    const [, family] = /^default(?::|\.)(.+)$/.exec(textAt(block, name, scope)?.text ?? '') ?? [];
    return family?.replace(/\.cluster\.on$/, '');
  }
  const [type = '', label, last] = value.path;
  if (!/_parameter_group$/.test(type) || (last !== 'name' && last !== 'id')) return undefined;
  const group = resourcesOf(module, [type]).find(({ address }) => address === `${type}.${label}`);
  const family = group && textAt(group.block, 'family', scope);
  return family && !family.byDefault ? family.text : undefined;
}
