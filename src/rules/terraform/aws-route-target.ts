import { attribute, type HclBlock } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Message, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { isSwitchedOff, resourcesOf } from './modules/addressed-blocks.ts';
import { type ModuleScope, moduleScope } from './modules/module-scope.ts';

const TARGETS = [
  'carrier_gateway_id',
  'core_network_arn',
  'egress_only_gateway_id',
  'gateway_id',
  'instance_id',
  'local_gateway_id',
  'nat_gateway_id',
  'network_interface_id',
  'odb_network_arn',
  'transit_gateway_id',
  'vpc_endpoint_id',
  'vpc_peering_connection_id',
];

export const awsRouteTarget: Rule<TerraformModule> = {
  id: 'aws-route-target',
  kinds: ['terraform'],
  title: 'Route leads nowhere, or to several places',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { tflint: ['aws_route_not_specified_target', 'aws_route_specified_multiple_targets'] },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    for (const { block, document, address } of resourcesOf(module, ['aws_route'])) {
      if (isSwitchedOff(block, scope)) continue;
      const given = TARGETS.filter((name) => attribute(block, name));
      const sure = given.filter((name) => isSet(block, name, scope));
      if (given.length > 0 && sure.length < 2) continue;
      yield { path: document.path, range: block.headerRange, key: address, message: message(address, sure) };
    }
  },
};

/** What may be null may leave the place to another. */
function isSet(block: HclBlock, name: string, scope: ModuleScope): boolean {
  const value = attribute(block, name)?.value;
  if (!value) return false;
  const known = scope.resolve(value);
  if (known.known) return known.value !== null && known.value !== '';
  return value.kind === 'reference' && !['var', 'local', 'each', 'module'].includes(value.path[0] ?? '');
}

function message(address: string, targets: readonly string[]): Message {
  return {
    what:
      targets.length === 0
        ? `${quote(address)} names no target.`
        : `${quote(address)} names ${targets.length} targets: ${quoteAll(targets)}.`,
    why: 'A route has exactly one target, and the provider refuses any other; the plan fails.',
    remedy:
      targets.length === 0
        ? 'Name where the packets go: a gateway, an endpoint, a network interface or a peering.'
        : 'Keep one of them, and write a route of its own for each other destination.',
  };
}
