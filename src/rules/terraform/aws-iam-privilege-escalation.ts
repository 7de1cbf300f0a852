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
    kics: [
      '034d0aee-620f-4bf7-b7fb-efdf661fdb9e',
      '04c686f1-e0cd-4812-88e1-4e038410074c',
      '0a592060-8166-49f5-8e65-99ac6dce9871',
      '113208f2-a886-4526-9ecc-f3218600e12c',
      '1743f5f1-0bb0-4934-acef-c80baa5dadfa',
      '19ffbe31-9d72-4379-9768-431195eae328',
      '33627268-1445-4385-988a-318fd9d1a512',
      '35ccf766-0e4d-41ed-9ec4-2dab155082b4',
      '3dd96caa-0b5f-4a85-b929-acfac4646cc2',
      '5b4d4aee-ac94-4810-9611-833636e5916d',
      '6d23d87e-1c5b-4308-b224-92624300f29b',
      '70b42736-efee-4bce-80d5-50358ed94990',
      '70cb518c-d990-46f6-bc05-44a5041493d6',
      '7782d4b3-e23e-432b-9742-d9528432e771',
      '7c96920c-6fd0-449d-9a52-0aa431b6beaf',
      '89561b03-cb35-44a9-a7e9-8356e71606f4',
      '8bfbf7ab-d5e8-4100-8618-798956e101e0',
      '8f3c16b3-354d-45db-8ad5-5066778a9485',
      '8f75840d-9ee7-42f3-b203-b40e3979eb12',
      '970ed7a2-0aca-4425-acf1-0453c9ecbca1',
      '9b877bd8-94b4-4c10-a060-8e0436cc09fa',
      'be2aa235-bd93-4b68-978a-1cc65d49082f',
      'd6047119-a0b2-4b59-a4f2-127a36fb685b',
      'db78d14b-10e5-4e6e-84b1-dace6327b1ec',
      'e227091e-2228-4b40-b046-fc13650d8e88',
      'ee49557d-750c-4cc1-aa95-94ab36cbefde',
      'eeb4d37a-3c59-4789-a00c-1509bc3af1e5',
      'f906113d-cdc0-415a-ba60-609cc6daaf4d',
      'fa62ac4f-f5b9-45b9-97c1-625c8b6253ca',
    ],
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
