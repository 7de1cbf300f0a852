import { blocksOf, type TerraformDocument } from '../../documents/terraform.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { blockAddress } from './language/addressed-expressions.ts';

export const provisionerUsed: Rule<TerraformDocument> = {
  id: 'provisioner-used',
  kinds: ['terraform'],
  title: 'Resource runs a script',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { semgrep: ['aws-provisioner-exec'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const resource of blocksOf(view, 'resource')) {
      for (const block of blocksOf(resource, 'provisioner')) {
        const name = block.labels[0]?.text ?? '';
        if (name !== 'local-exec' && name !== 'remote-exec') continue;
        const address = blockAddress(resource);
        yield {
          range: block.headerRange,
          key: `${address}/${name}`,
          message: {
            what: `${quote(address)} runs a script by ${quote(name)}.`,
            why: 'No plan shows what it will do and no state what it did; it runs with the rights of whoever applies, and where it fails the resource is tainted and made anew.',
            remedy: 'Use a resource of a provider, user data, an image, or a step of the pipeline.',
          },
        };
      }
    }
  },
};
