import { attribute } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type AddressedBlock, isSwitchedOff } from './modules/addressed-blocks.ts';
import { moduleScope } from './modules/module-scope.ts';
import { isGuardedDomain } from './policies/guarded-domain.ts';
import { RESOURCE_POLICIES } from './policies/policy-attributes.ts';
import type { Statement } from './policies/statement.ts';
import { statementsOf } from './policies/statements-of.ts';
import { withRegistryModules } from './registry/with-registry-modules.ts';

export const awsAnyPrincipalPolicy: Rule<TerraformModule> = {
  id: 'aws-any-principal-policy',
  kinds: ['terraform'],
  title: 'Policy lets everybody in',
  severity: 'critical',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    trivy: ['AWS-0032', 'AWS-0097', 'AVD-AWS-0032', 'AVD-AWS-0097'],
    checkov: [
      ...['CKV_AWS_70', 'CKV_AWS_33', 'CKV_AWS_32', 'CKV_AWS_60', 'CKV_AWS_168', 'CKV_AWS_169', 'CKV_AWS_283'],
      ...['CKV_AWS_317'],
    ],
    kics: [
      '7ebc9038-0bde-479a-acc4-6ed7b6758899',
      'abb06e5f-ef9a-4a99-98c6-376d396bfcdf',
      'b26d2b7e-60f6-413d-a3a1-a57db24aa2b3',
      'e86e26fc-489e-44f0-9bcd-97305e4ba69a',
      '12b7e704-37f0-4d1e-911a-44bf60c48c21',
      'fa00ce45-386d-4718-8392-fb485e1f3c5b',
      'd25edb51-07fb-4a73-97d4-41cecdc53a22',
      '16c4216a-50d3-4785-bfb2-4adb5144a8ba',
      'db0ec4c4-852c-46a2-b4f3-7ec13cdb12a8',
      '34b921bd-90a0-402e-a0a5-dc73371fd963',
    ],
    semgrep: ['wildcard-assume-role', 'aws-kms-key-wildcard-principal', 'aws-ecr-repository-wildcard-principal'],
  },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    const types = [...RESOURCE_POLICIES.keys()];
    let checked = 0;
    let first: AddressedBlock | undefined;
    let isClean = true;
    for (const resource of withRegistryModules(module, types)) {
      const { block, document } = resource;
      const name = RESOURCE_POLICIES.get(block.labels[0]?.text ?? '') ?? '';
      const given = attribute(block, name);
      if (!given || isSwitchedOff(block, scope) || isGuardedDomain(block, module, scope)) continue;
      const statements = statementsOf(given.value, document, module, scope);
      checked += statements.length > 0 ? 1 : 0;
      first ??= statements.length > 0 ? resource : undefined;
      for (const [i, statement] of statements.entries()) {
        if (!isOpen(statement)) continue;
        isClean = false;
        yield problem(resource, statement, name, i);
      }
    }
    if (first && isClean)
      yield {
        proof: `None of ${checked} resource policies lets everybody in`,
        path: first.document.path,
        range: first.block.headerRange,
      };
  },
};

function isOpen({ effect, principals, conditions, isInverted, actions }: Statement): boolean {
  if (effect !== 'Allow' || isInverted || conditions?.length !== 0 || actions?.length === 0) return false;
  return (principals ?? []).some(({ type, id }) => id === '*' && (type === '*' || type === 'AWS'));
}

/** What anybody can only read is sometimes meant to be read: the pages of a site. */
function onlyReads(actions: readonly string[] | undefined): boolean {
  return actions?.every((action) => /^s3:(GetObject|GetObjectVersion)$/i.test(action)) ?? false;
}

function problem({ address }: AddressedBlock, statement: Statement, name: string, index: number): Observation {
  const reads = onlyReads(statement.actions);
  const actions = statement.actions?.join(', ');
  const isTrust = name === 'assume_role_policy';
  return {
    path: statement.document.path,
    range: statement.at.principals,
    key: `${address}/${name}/${index}`,
    ...(reads ? { severity: 'high', confidence: 'likely' } : {}),
    message: {
      what: isTrust
        ? `Every AWS account may assume ${quote(address)}.`
        : `${quote(address)} allows ${actions === undefined ? 'actions' : quote(actions)} to the principal ${quote('*')}, without a condition.`,
      why: isTrust
        ? 'Whoever knows its name has what the role has; account numbers and names of roles are no secret.'
        : reads
          ? 'Everybody, signed in or not, can read every object: all that ends up in the bucket is public.'
          : 'Everybody, in any account or none, can do it.',
      remedy: isTrust
        ? 'Name the accounts, roles or services that may, and add a condition where a third party does.'
        : 'Name the accounts, roles or services that need it, or add a condition such as `aws:PrincipalOrgID`.',
    },
  };
}
