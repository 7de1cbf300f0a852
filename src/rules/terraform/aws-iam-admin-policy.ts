import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { moduleScope } from './modules/module-scope.ts';
import { identityPolicies } from './policies/identity-policies.ts';
import type { Statement } from './policies/statement.ts';

export const awsIamAdminPolicy: Rule<TerraformModule> = {
  id: 'aws-iam-admin-policy',
  kinds: ['terraform'],
  title: 'Policy allows everything',
  severity: 'critical',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    checkov: ['CKV_AWS_1', 'CKV_AWS_62', 'CKV_AWS_63', 'CKV_AWS_287', 'CKV_AWS_49'],
    kics: [
      '575a2155-6af1-4026-b1af-d5bc8fe2a904',
      'b1ffa705-19a3-4b73-b9d0-0c97d0663842',
      '132a8c31-9837-4203-9fd1-15ca210c7b73',
    ],
    semgrep: ['no-iam-admin-privileges', 'aws-iam-admin-policy'],
  },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    const found = identityPolicies(module, scope).flatMap(({ address, statements }): Found[] =>
      statements.map((statement, index) => ({ address, statement, index })),
    );
    for (const one of found) if (isAdmin(one.statement)) yield problem(one);
    const [first] = found;
    if (first && !found.some(({ statement }) => isAdmin(statement)))
      yield {
        proof: `None of ${found.length} statements allows everything`,
        path: first.statement.document.path,
        range: first.statement.range,
      };
  },
};

interface Found {
  readonly address: string;
  readonly statement: Statement;
  readonly index: number;
}

/** With a principal it is the policy of a resource: there `*` means the resource itself. */
function isAdmin({ effect, actions, resources, principals, conditions, isInverted }: Statement): boolean {
  if (effect !== 'Allow' || isInverted || principals?.length !== 0 || conditions?.length !== 0) return false;
  const isAny = (text: string) => text === '*' || text === '*:*';
  return (actions ?? []).some(isAny) && (resources ?? []).some(isAny);
}

function problem({ address, statement, index }: Found): Observation {
  return {
    path: statement.document.path,
    range: statement.at.actions,
    key: `${address}/${index}`,
    message: {
      what: `${quote(address)} allows every action on every resource.`,
      why: 'Whoever gets hold of it, by a leaked key or a hole in a program, owns the account.',
      remedy: 'Name the actions and resources that are needed; the last-accessed data of IAM shows which ones are.',
    },
  };
}
