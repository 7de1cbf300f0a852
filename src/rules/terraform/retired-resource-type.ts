import type { HclBlock, TerraformDocument } from '../../documents/terraform.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { retiredService } from './versions/retired-services.ts';

export const retiredResourceType: Rule<TerraformDocument> = {
  id: 'retired-resource-type',
  kinds: ['terraform'],
  title: 'Resource of a service that was shut down',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const told = new Set<string>();
    for (const block of document.view.blocks) {
      const [type] = block.labels;
      const service = type && retiredService(type.text);
      if (block.type !== 'resource' || !service || isNeverMade(block) || told.has(service.name)) continue;
      // A server with its rules and databases is one thing to replace.
      told.add(service.name);
      yield {
        range: block.headerRange,
        key: service.name,
        message: {
          what: `${quote(type.text)} is a resource of ${service.name}, which ended on ${service.ended}.`,
          why: 'Nothing of it can be created or changed any more, so the next apply fails, for all that stands beside it as well.',
          remedy: service.successor
            ? `Use ${service.successor}, and drop the old resource from the state with a ${quote('removed')} block.`
            : `Drop it from the state with a ${quote('removed')} block; the provider has no successor for it.`,
        },
      };
    }
  },
};

/** `count = 0` keeps the text and makes nothing. */
function isNeverMade({ attributes }: HclBlock): boolean {
  const count = attributes.find(({ name }) => name === 'count')?.value;
  return count?.kind === 'literal' && count.value === 0;
}
