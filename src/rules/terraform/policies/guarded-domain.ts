import { attribute, type HclBlock } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import { resourcesOf } from '../modules/addressed-blocks.ts';
import type { ModuleScope } from '../modules/module-scope.ts';
import { holds } from '../rows/holds.ts';

const DOMAINS = ['aws_opensearch_domain', 'aws_elasticsearch_domain'];
const POLICIES = ['aws_opensearch_domain_policy', 'aws_elasticsearch_domain_policy'];

/**
 * A search domain, or the policy of one, that something else guards, or may guard: it is in a private network, or has
 * users and roles of its own. An open policy is then what its vendor recommends.
 */
export function isGuardedDomain(block: HclBlock, module: TerraformModule, scope: ModuleScope): boolean {
  const type = block.labels[0]?.text ?? '';
  if (DOMAINS.includes(type)) return isGuarded(block, scope);
  if (!POLICIES.includes(type)) return false;
  const domains = resourcesOf(module, DOMAINS);
  const name = attribute(block, 'domain_name')?.value;
  const address = name?.kind === 'reference' ? name.path.slice(0, 2).join('.') : undefined;
  const owner = domains.find((one) => one.address === address);
  return (owner ? [owner] : domains).some((one) => isGuarded(one.block, scope));
}

function isGuarded(block: HclBlock, scope: ModuleScope): boolean {
  return (
    holds({ path: ['vpc_options'] }, block, scope) !== false ||
    holds({ path: ['advanced_security_options', 'enabled'], oneOf: [true] }, block, scope) !== false
  );
}
