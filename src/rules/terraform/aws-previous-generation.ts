import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { previousFamily } from './aws-values/previous-families.ts';
import { textAt } from './aws-values/text-at.ts';
import { isSwitchedOff, resourcesOf } from './modules/addressed-blocks.ts';
import { moduleScope } from './modules/module-scope.ts';

/** Where a resource names its type. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['aws_instance', 'instance_type'],
  ['aws_spot_instance_request', 'instance_type'],
  ['aws_launch_template', 'instance_type'],
  ['aws_launch_configuration', 'instance_type'],
  ['aws_db_instance', 'instance_class'],
  ['aws_rds_cluster_instance', 'instance_class'],
  ['aws_docdb_cluster_instance', 'instance_class'],
  ['aws_neptune_cluster_instance', 'instance_class'],
  ['aws_elasticache_cluster', 'node_type'],
  ['aws_elasticache_replication_group', 'node_type'],
]);

export const awsPreviousGeneration: Rule<TerraformModule> = {
  id: 'aws-previous-generation',
  kinds: ['terraform'],
  title: 'Instance type of a previous generation',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'cost',
  aliases: {
    tflint: [
      'aws_instance_previous_type',
      'aws_db_instance_previous_type',
      'aws_elasticache_cluster_previous_type',
      'aws_elasticache_replication_group_previous_type',
    ],
  },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    for (const [type, name] of TYPES) {
      for (const { block, document, address } of resourcesOf(module, [type])) {
        const given = textAt(block, name, scope);
        const previous = given && previousFamily(given.text, name);
        if (!given || !previous || isSwitchedOff(block, scope)) continue;
        yield {
          path: document.path,
          range: given.range,
          key: `${address}/${name}`,
          ...(given.byDefault ? { confidence: 'likely' } : {}),
          message: {
            what: `${quote(address)} is a ${quote(given.text)}, and ${quote(previous.family)} is a family of a previous generation.`,
            why: 'It costs more for less, and AWS has fewer and fewer of them: a new one may not be had when it is needed.',
            remedy: `Use a type of ${previous.successor}.`,
          },
        };
      }
    }
  },
};
