import { attribute, blocksOf, type HclExpression, type TerraformDocument } from '../../documents/terraform.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { insertLines } from './modules/insert-lines.ts';
import { isOverride } from './modules/is-override.ts';

export const variableUntyped: Rule<TerraformDocument> = {
  id: 'variable-untyped',
  kinds: ['terraform'],
  title: 'Variable has no type',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'correctness',
  aliases: { tflint: ['terraform_typed_variables'], kics: ['fc5109bf-01fd-49fb-8bde-4492b543c34a'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    if (isOverride(document.path)) return;
    for (const block of blocksOf(document.view, 'variable')) {
      if (attribute(block, 'type')) continue;
      const name = block.labels[0]?.text ?? '';
      const type = typeOf(attribute(block, 'default')?.value);
      const isJson = document.path.endsWith('.json');
      yield {
        range: block.headerRange,
        key: name,
        message: {
          what: `The variable ${quote(name)} has no type.`,
          why: 'A wrong value is noticed only where it is used, with an error that does not name the variable, or not at all.',
          remedy: `Say what it takes${type === undefined ? '' : `, as ${quote(`type = ${type}`)}`}.`,
        },
        ...(type === undefined || isJson
          ? {}
          : {
              fix: {
                title: `Make it a ${type}`,
                safety: 'review' as const,
                edits: [insertLines(document.source, block, [`type = ${type}`])],
              },
            }),
      };
    }
  },
};

/** The type of a default that can be of one type only. */
function typeOf(value: HclExpression | undefined): string | undefined {
  if (value?.kind === 'template') return 'string';
  if (value?.kind !== 'literal' || value.value === null) return undefined;
  return { string: 'string', number: 'number', boolean: 'bool' }[typeof value.value as string];
}
