import { attribute, blocksOf, type HclBlock } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { familyFits } from './aws-values/family-fits.ts';
import { groupFamily } from './aws-values/group-family.ts';
import { textAt } from './aws-values/text-at.ts';
import { isSwitchedOff, resourcesOf } from './modules/addressed-blocks.ts';
import { moduleScope } from './modules/module-scope.ts';

/** Where a database names its group. */
const GROUPS: readonly (readonly [type: string, attribute: string])[] = [
  ['aws_db_instance', 'parameter_group_name'],
  ['aws_rds_cluster', 'db_cluster_parameter_group_name'],
  ['aws_rds_cluster_instance', 'db_parameter_group_name'],
  ['aws_elasticache_cluster', 'parameter_group_name'],
  ['aws_elasticache_replication_group', 'parameter_group_name'],
];

export const awsParameterGroupMismatch: Rule<TerraformModule> = {
  id: 'aws-parameter-group-mismatch',
  kinds: ['terraform'],
  title: 'Parameter group of another engine or version',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    for (const [type, name] of GROUPS) {
      for (const { block, document, address } of resourcesOf(module, [type])) {
        const given = attribute(block, name);
        const family = groupFamily(block, name, module, scope);
        const engine = textAt(block, 'engine', scope);
        const version = textAt(block, 'engine_version', scope);
        if (!given || family === undefined || !engine || engine.byDefault || isSwitchedOff(block, scope)) continue;
        const settled = version && !version.byDefault && !isLeftAlone(block) ? version.text : undefined;
        if (familyFits(family, engine.text, settled)) continue;
        yield {
          path: document.path,
          range: given.range,
          key: `${address}/${name}`,
          message: {
            what: `${quote(address)} is ${quote(`${engine.text} ${settled ?? ''}`)}, and its parameter group is of the family ${quote(family)}.`,
            why: 'AWS refuses a group of another engine or major version, and the database is neither made nor changed.',
            remedy:
              'Name a group whose family is that of the engine and its major version; with an upgrade, change both together.',
          },
        };
      }
    }
  },
};

/** Whoever upgrades by hand leaves the version in the code behind. */
function isLeftAlone(block: HclBlock): boolean {
  const ignored = blocksOf(block, 'lifecycle').flatMap((one) => attribute(one, 'ignore_changes')?.value ?? []);
  return ignored.some((value) => {
    const named = value.kind === 'list' ? value.items : [value];
    return named.some((one) => one.kind === 'reference' && ['all', 'engine_version'].includes(one.path[0] ?? ''));
  });
}
