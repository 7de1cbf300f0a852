import { attribute } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import { type AddressedBlock, resourcesOf } from '../modules/addressed-blocks.ts';
import { IDENTITY_POLICIES } from './policy-attributes.ts';

/**
 * Addresses of the policies and policy documents that give nobody anything: permissions boundaries and the policies of an
 * organisation only say how far the rights reach that others give.
 */
export function limitingPolicies(module: TerraformModule): ReadonlySet<string> {
  const bounded = resourcesOf(module).flatMap((one) => namesIn(one, 'permissions_boundary'));
  const isBoundary = (one: AddressedBlock) =>
    bounded.includes(one.address) || NAMED.test(one.block.labels[1]?.text ?? '') || NAMED.test(nameOf(one));
  const policies = resourcesOf(module, ['aws_iam_policy']);
  // Whatever it is called, and whatever else it is used for: attached to somebody it grants.
  const attached = new Set(resourcesOf(module).flatMap((one) => ATTACHED_BY.flatMap((name) => namesIn(one, name))));
  const limits = new Set(
    policies.filter((one) => isBoundary(one) && !attached.has(one.address)).map(({ address }) => address),
  );
  const documents = [
    ...policies.filter(({ address }) => limits.has(address)).flatMap((one) => namesIn(one, 'policy')),
    ...resourcesOf(module, ['aws_organizations_policy']).flatMap((one) => namesIn(one, 'content')),
  ];
  const granting = resourcesOf(module)
    .filter(({ address }) => !limits.has(address))
    .flatMap((one) => namesIn(one, IDENTITY_POLICIES.get(one.block.labels[0]?.text ?? '') ?? ''));
  return new Set([...limits, ...documents.filter((name) => !granting.includes(name))]);
}

const ATTACHED_BY = ['policy_arn', 'policy_arns', 'managed_policy_arns'];
const NAMED = /(^|[^a-z])(boundary|boundaries)([^a-z]|$)/i;

function nameOf({ block }: AddressedBlock): string {
  const value = attribute(block, 'name')?.value;
  return value?.kind === 'literal' ? String(value.value) : '';
}

/** Policies and documents that an attribute refers to, however it does. */
function namesIn({ block, document }: AddressedBlock, name: string): readonly string[] {
  const range = attribute(block, name)?.value.range;
  if (!range) return [];
  const text = document.source.slice(range.start, range.end);
  return [...text.matchAll(/\b(?:data\.aws_iam_policy_document|aws_iam_policy)\.[\w-]+/g)].map(([found]) => found);
}
