import { attribute, blocksOf, type TerraformDocument } from '../../documents/terraform.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isOverride } from './modules/is-override.ts';

export const undocumentedInterface: Rule<TerraformDocument> = {
  id: 'undocumented-interface',
  kinds: ['terraform'],
  title: 'Variable or output without a description',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: {
    tflint: ['terraform_documented_variables', 'terraform_documented_outputs'],
    kics: ['2a153952-2544-4687-bcc9-cc8fea814a9b'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (isOverride(document.path)) return;
    for (const type of ['variable', 'output']) {
      for (const block of blocksOf(document.view, type)) {
        const given = attribute(block, 'description')?.value;
        if (given && !(given.kind === 'literal' && String(given.value ?? '').trim() === '')) continue;
        const name = block.labels[0]?.text ?? '';
        yield {
          range: block.headerRange,
          key: `${type}.${name}`,
          message: {
            what: `The ${type} ${quote(name)} has ${given ? 'an empty' : 'no'} description.`,
            why: 'It is part of what the module promises, and its callers see the name alone, in the registry and in prompts.',
            remedy: `Add ${quote('description')}: what it is for, and in which unit or form.`,
          },
        };
      }
    }
  },
};
