import { attribute, type HclBlock } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { moduleScope } from './modules/module-scope.ts';
import { type Escalation, escalationsIn } from './policies/escalations.ts';
import { identityPolicies } from './policies/identity-policies.ts';

export const awsIamPrivilegeEscalation: Rule<TerraformModule> = {
  id: 'aws-iam-privilege-escalation',
  kinds: ['terraform'],
  title: 'Policy leads to more rights than it gives',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    checkov: ['CKV_AWS_286', 'CKV_AWS_110'],
    semgrep: ['no-iam-priv-esc-funcs', 'no-iam-priv-esc-other-users', 'no-iam-priv-esc-roles'],
  },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    const policies = identityPolicies(module, scope).filter(({ block }) => !isMeant(block));
    const found = policies.map((policy) => ({ policy, escalations: escalationsIn(policy.statements) }));
    for (const { policy, escalations } of found)
      for (const one of escalations) yield problem(policy.address, policy.statements.indexOf(one.statement), one);
    const [first] = policies.flatMap(({ statements }) => statements);
    if (first && found.every(({ escalations }) => escalations.length === 0))
      yield {
        proof: `None of ${policies.length} policies leads to more rights`,
        path: first.document.path,
        range: first.range,
      };
  },
};

/** Administrators have these rights by their name; a boundary gives none, it only takes away. */
const MEANT =
  /(^|[^a-z])(admins?|administrators?|root|break[-_]?glass|super[-_]?users?|boundary|boundaries|scp)([^a-z]|$)/i;

function isMeant(block: HclBlock): boolean {
  const given = ['name', 'name_prefix', 'description'].map((name) => attribute(block, name)?.value);
  const texts = given.flatMap((value) => (value?.kind === 'literal' ? [String(value.value)] : []));
  return [block.labels[1]?.text ?? '', ...texts].some((text) => MEANT.test(text));
}

function problem(address: string, index: number, { statement, action, how, reach }: Escalation): Observation {
  return {
    path: statement.document.path,
    range: statement.at.actions,
    key: `${address}/${index}`,
    ...(reach === 'everything' ? {} : { severity: 'medium' }),
    message: {
      what: `${quote(address)} allows ${quote(action)} on ${quote(statement.resources?.join(', ') ?? '*')}: whoever has it can ${how}.`,
      why:
        reach === 'everything'
          ? 'That is the whole account in two steps; the rest of the policy no longer limits anything.'
          : 'Whoever gets hold of it has the rights of whatever it finds there, up to an administrator.',
      remedy:
        'Name the users, roles, policies or functions that it is for; where roles are passed, add a condition on `iam:PassedToService`.',
    },
  };
}
