import { attribute, blocksOf, type HclBlock } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type AddressedBlock, isSwitchedOff, resourcesOf } from './modules/addressed-blocks.ts';
import { type ModuleScope, moduleScope } from './modules/module-scope.ts';

export const awsSecurityGroupRulesMixed: Rule<TerraformModule> = {
  id: 'aws-security-group-rules-mixed',
  kinds: ['terraform'],
  title: 'Rules stand both inside and beside a security group',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { tflint: ['aws_security_group_inline_rules'] },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    const groups = new Map(
      resourcesOf(module, ['aws_security_group'])
        .filter(({ block }) => !isSwitchedOff(block, scope))
        .map((group) => [group.address, group]),
    );
    for (const { block, address, document } of resourcesOf(module, RULES)) {
      const direction = directionOf(block, scope);
      const group = groups.get(groupOf(block));
      if (!group || direction === undefined || isSwitchedOff(block, scope) || !hasOwn(group, direction)) continue;
      yield {
        path: document.path,
        range: block.headerRange,
        key: address,
        message: {
          what: `${quote(address)} adds an ${direction} rule to ${quote(group.address)}, which has ${direction} rules of its own.`,
          why: 'The group takes its own rules for all there are: every apply removes the others, the next one adds them again, and in between connections fail.',
          remedy: 'Write all rules of a direction inside the group, or all of them beside it.',
        },
      };
    }
  },
};

const INGRESS = 'aws_vpc_security_group_ingress_rule';
const EGRESS = 'aws_vpc_security_group_egress_rule';
const RULES = ['aws_security_group_rule', INGRESS, EGRESS];

type Direction = 'ingress' | 'egress';

function directionOf(block: HclBlock, scope: ModuleScope): Direction | undefined {
  const [type] = block.labels;
  if (type?.text === INGRESS) return 'ingress';
  if (type?.text === EGRESS) return 'egress';
  const given = attribute(block, 'type');
  const value = given && scope.resolve(given.value);
  return value?.known && (value.value === 'ingress' || value.value === 'egress') ? value.value : undefined;
}

/** The address of the group that a rule names, as `aws_security_group.gate`. */
function groupOf(block: HclBlock): string {
  const given = attribute(block, 'security_group_id')?.value;
  const value = given?.kind === 'template' && given.parts.length === 1 ? given.parts[0] : given;
  return value?.kind === 'reference' && value.path.at(-1) === 'id' ? value.path.slice(0, 2).join('.') : '';
}

/** Rules written inside, unless changes of them are let be. */
function hasOwn({ block }: AddressedBlock, direction: Direction): boolean {
  const ignored = blocksOf(block, 'lifecycle').flatMap((one) => attribute(one, 'ignore_changes')?.value ?? []);
  const names = ignored.flatMap((value) => (value.kind === 'list' ? value.items : [value]));
  if (names.some((name) => name.kind === 'reference' && [direction, 'all'].includes(name.path[0] ?? ''))) return false;
  return blocksOf(block, direction).length > 0;
}
