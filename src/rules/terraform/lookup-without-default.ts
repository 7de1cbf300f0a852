import type { TerraformDocument } from '../../documents/terraform.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { addressedExpressions } from './language/addressed-expressions.ts';

export const lookupWithoutDefault: Rule<TerraformDocument> = {
  id: 'lookup-without-default',
  kinds: ['terraform'],
  title: 'lookup without a default',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { tflint: ['terraform_deprecated_lookup'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    for (const { address, expression, text } of addressedExpressions(document)) {
      if (expression.kind !== 'call' || expression.name !== 'lookup' || expression.args.length !== 2) continue;
      const [map, key] = expression.args;
      // `lookup(pair...)` hands over what it is given.
      if (!map || !key || text.includes('...')) continue;
      const [mapText, keyText] = [map, key].map(({ range }) => document.source.slice(range.start, range.end));
      const bare = `${map.kind === 'reference' ? mapText : `(${mapText})`}[${keyText}]`;
      yield {
        range: expression.range,
        key: `${address}/${text}`,
        message: {
          what: `${quote(text)} has no default.`,
          why: 'Without one it is an index with a longer name: it fails alike where the key is missing, and is deprecated since Terraform 0.7.',
          remedy: `Write ${quote(bare)}, or give it the default that it was meant to have.`,
        },
        fix: { title: 'Write an index', safety: 'safe', edits: [{ range: expression.range, text: bare }] },
      };
    }
  },
};
