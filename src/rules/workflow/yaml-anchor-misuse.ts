import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const yamlAnchorMisuse: Rule<WorkflowDocument> = {
  id: 'yaml-anchor-misuse',
  kinds: ['workflow'],
  title: 'An anchor that nobody uses',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'maintainability',
  aliases: { actionlint: ['syntax-check'], languageservices: ['yaml-anchor'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const { name, range } of view.unusedAnchors) {
      yield {
        range,
        key: name,
        message: {
          what: `No alias uses the anchor ${quote(`&${name}`)}.`,
          why: 'Whoever reads it looks for the place that shares it, or a copy was meant to be an alias.',
          remedy: 'Take it out, or use it.',
        },
      };
    }
  },
};
