import { attribute, blocksOf, type HclBlock } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import { isSwitchedOff, resourcesOf } from '../modules/addressed-blocks.ts';
import type { ModuleScope } from '../modules/module-scope.ts';
import { limitingPolicies } from './limiting-policies.ts';
import { IDENTITY_POLICIES } from './policy-attributes.ts';
import type { Statement } from './statement.ts';
import { policyDocuments, statementsOf, statementsOfBlock } from './statements-of.ts';

/** What says what somebody may do. */
interface IdentityPolicy {
  readonly address: string;
  /** The block that it is declared by. */
  readonly block: HclBlock;
  readonly statements: readonly Statement[];
}

/** Policies of users, groups and roles, each where it is written: in a resource, or in a data source that resources refer to. */
export function identityPolicies(module: TerraformModule, scope: ModuleScope): readonly IdentityPolicy[] {
  const limits = limitingPolicies(module);
  return [...attachedPolicies(module, scope), ...dataPolicies(module, scope)].filter(
    ({ address }) => !limits.has(address),
  );
}

/** Policies written into the resource that carries them. */
function attachedPolicies(module: TerraformModule, scope: ModuleScope): readonly IdentityPolicy[] {
  return resourcesOf(module).flatMap(({ address, block, document }) => {
    const type = block.labels[0]?.text ?? '';
    const inline = type === 'aws_iam_role' ? blocksOf(block, 'inline_policy') : [];
    const holders = IDENTITY_POLICIES.has(type) ? [block] : inline;
    if (isSwitchedOff(block, scope)) return [];
    return holders.flatMap((holder) => {
      const given = attribute(holder, IDENTITY_POLICIES.get(type) ?? 'policy');
      if (!given || given.value.kind === 'reference') return [];
      return [{ address, block, statements: statementsOf(given.value, document, module, scope) }];
    });
  });
}

function dataPolicies(module: TerraformModule, scope: ModuleScope): readonly IdentityPolicy[] {
  return policyDocuments(module).map(({ block, document }) => ({
    address: `data.aws_iam_policy_document.${block.labels[1]?.text ?? ''}`,
    block,
    statements: statementsOfBlock(block, document, scope),
  }));
}
