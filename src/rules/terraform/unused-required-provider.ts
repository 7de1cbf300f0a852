import type { HclBlock } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { deleteLines } from './modules/delete-lines.ts';
import { functionUses, providerUses, type RequiredProvider, requiredProviders } from './modules/required-providers.ts';

export const unusedRequiredProvider: Rule<TerraformModule> = {
  id: 'unused-required-provider',
  kinds: ['terraform'],
  title: 'Provider is required and never used',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'maintainability',
  aliases: { tflint: ['terraform_unused_required_providers'] },
  since: '0.1.0',
  on: 'module',
  fixable: true,

  *check(module) {
    const required = requiredProviders(module);
    const [first] = required;
    if (!first || !isWhole(module)) return;
    if (!module.complete) {
      yield {
        unverified: 'not every file of the module was read',
        path: first.document.path,
        range: first.entry.range,
      };
      return;
    }
    const used = new Set([...providerUses(module), ...functionUses(module)].map(({ name }) => name));
    for (const { name, entry, document } of required.filter((one) => !used.has(one.name) && !isHandedOver(one))) {
      yield {
        path: document.path,
        range: entry.nameRange,
        key: name,
        message: {
          what: `The provider ${quote(name)} is required, and nothing in the module is of it.`,
          why: 'Every init downloads and locks it, every caller has to configure it, and its updates come as pull requests.',
          remedy: 'Delete the entry.',
        },
        fix: {
          title: `Require ${name} no more`,
          safety: 'review',
          edits: [{ path: document.path, ...deleteLines(document.source, entry.range) }],
        },
      };
    }
  },
};

/** A module that calls others constrains their providers; one without anything to make is there for its requirements. */
function isWhole({ documents }: TerraformModule): boolean {
  const blocks = documents.flatMap(({ view }) => view.blocks);
  if (blocks.some(({ type }) => type === 'module')) return false;
  return blocks.some(isMade);
}

function isMade({ type }: HclBlock): boolean {
  return ['resource', 'data', 'ephemeral', 'provider', 'output', 'locals'].includes(type);
}

/** Named for configurations that callers hand in. */
function isHandedOver({ entry: { value } }: RequiredProvider): boolean {
  return value.kind === 'object' && value.entries.some(({ name }) => name === 'configuration_aliases');
}
