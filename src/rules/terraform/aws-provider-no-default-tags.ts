import { attribute, blocksOf, type HclBlock } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const awsProviderNoDefaultTags: Rule<TerraformModule> = {
  id: 'aws-provider-no-default-tags',
  kinds: ['terraform'],
  title: 'Provider sets no default tags',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'governance',
  aliases: { tflint: ['aws_provider_missing_default_tags', 'aws_provider_missing_tags'] },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    for (const document of module.documents) {
      for (const provider of blocksOf(document.view, 'provider')) {
        if (provider.labels[0]?.text !== 'aws' || hasDefaultTags(provider)) continue;
        const name = aliasOf(provider);
        yield {
          path: document.path,
          range: provider.headerRange,
          key: name,
          message: {
            what: `The provider ${quote(name)} has no ${quote('default_tags')}.`,
            why: 'What is made without tags of its own is found again by nobody: whose it is, and what the bill is for.',
            remedy: 'Give the provider a `default_tags` block with what holds for all: owner, environment, repository.',
          },
        };
      }
    }
  },
};

function hasDefaultTags(provider: HclBlock): boolean {
  const isDynamic = blocksOf(provider, 'dynamic').some(({ labels }) => labels[0]?.text === 'default_tags');
  return isDynamic || blocksOf(provider, 'default_tags').length > 0;
}

function aliasOf(provider: HclBlock): string {
  const alias = attribute(provider, 'alias')?.value;
  return alias?.kind === 'literal' ? `aws.${alias.value}` : 'aws';
}
