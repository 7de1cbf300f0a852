import type { ComposeDocument } from '../../documents/compose.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { readMounts } from './services/read-mounts.ts';

export const composeSharedPropagation: Rule<ComposeDocument> = {
  id: 'compose-shared-propagation',
  kinds: ['compose'],
  title: 'What a service mounts is mounted on its host too',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'security',
  aliases: { kics: ['baa452f0-1f21-4a25-ace5-844e7a5f410d', 'volume_mounted_in_multiple_containers'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const service of view.services) {
      for (const { source, propagation, node } of readMounts(service)) {
        if (propagation !== 'shared' && propagation !== 'rshared') continue;
        yield {
          range: node.range,
          key: `${service.name}/${source}`,
          message: {
            what: `The service ${quote(service.name)} mounts ${quote(source)} with ${quote(propagation)}.`,
            why: 'What is mounted below it in the container appears on the host, and in every other container that mounts the folder the same way.',
            remedy: `Drop ${quote(propagation)}; ${quote('rslave')} is enough to see what the host mounts.`,
          },
        };
      }
    }
  },
};
