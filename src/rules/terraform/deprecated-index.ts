import type { HclExpression, TerraformDocument } from '../../documents/terraform.ts';
import type { Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { addressedExpressions } from './language/addressed-expressions.ts';

export const deprecatedIndex: Rule<TerraformDocument> = {
  id: 'deprecated-index',
  kinds: ['terraform'],
  title: 'Index written with a dot',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { tflint: ['terraform_deprecated_index'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    for (const { address, expression, text } of addressedExpressions(document)) {
      const [step, second] = expression.kind === 'reference' ? dotSteps(expression, text) : [];
      if (!step) continue;
      // `a.*.b[0]` takes the first of all; `a[*].b[0]` the first of each.
      const changesMeaning = step.text.endsWith('*') && (second !== undefined || text.includes('['));
      const bare = step.text.replace(/^\.\s*/, '');
      yield {
        range: expression.range,
        key: `${address}/${text}`,
        message: {
          what: `${quote(text)} has the index ${quote(step.text)}.`,
          why: 'That is how Terraform 0.11 wrote it; it is kept for old code, and does not work with every expression.',
          remedy: `Write ${quote(`[${bare}]`)}.`,
        },
        ...(changesMeaning
          ? {}
          : {
              fix: {
                title: `Write [${bare}]`,
                safety: 'safe' as const,
                edits: [{ range: step.range, text: `[${bare}]` }],
              },
            }),
      };
    }
  },
};

interface Step {
  readonly text: string;
  readonly range: Range;
}

/** `.0` and `.*` on the way, outside of brackets. */
function dotSteps({ range }: HclExpression, text: string): readonly Step[] {
  const steps: Step[] = [];
  let depth = 0;
  for (const match of text.matchAll(/\[|\]|\.\s*(?:\d+|\*)(?![\w*])/g)) {
    const [found] = match;
    if (found === '[') depth += 1;
    else if (found === ']') depth -= 1;
    else if (depth === 0) {
      const start = range.start + match.index;
      steps.push({ text: found, range: { start, end: start + found.length } });
    }
  }
  return steps;
}
