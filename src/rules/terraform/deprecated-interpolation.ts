import type { HclExpression, TerraformDocument } from '../../documents/terraform.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type AddressedExpression, addressedExpressions } from './language/addressed-expressions.ts';

export const deprecatedInterpolation: Rule<TerraformDocument> = {
  id: 'deprecated-interpolation',
  kinds: ['terraform'],
  title: 'Quotes around an expression',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { tflint: ['terraform_deprecated_interpolation'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    for (const one of addressedExpressions(document)) {
      const inner = wrapped(one.expression);
      // The outermost goes first, and takes those inside along.
      if (!inner || isKey(one) || (one.parent && wrapped(one.parent))) continue;
      const text = document.source.slice(inner.range.start, inner.range.end);
      const bare = isOperand(one) && isCompound(inner) ? `(${text})` : text;
      yield {
        range: one.expression.range,
        key: `${one.address}/${one.text}`,
        message: {
          what: `${quote(one.text)} is an expression in quotes.`,
          why: 'Since Terraform 0.12 the quotes do nothing; they look like a text where there may be a list or a number.',
          remedy: `Write ${quote(bare)}.`,
        },
        ...(text.includes('\n')
          ? {}
          : {
              fix: {
                title: 'Take the quotes away',
                safety: 'safe' as const,
                edits: [{ range: one.expression.range, text: bare }],
              },
            }),
      };
    }
  },
};

/** What stands alone in `"${...}"`; it is the value itself, of whatever type. */
function wrapped(expression: HclExpression): HclExpression | undefined {
  if (expression.kind !== 'template' || expression.heredoc || expression.parts.length !== 1) return undefined;
  const [part] = expression.parts;
  return part && part.kind !== 'literal' && !isDirective(expression, part) ? part : undefined;
}

/** `%{ if }`, or text that was taken for a part: what is inside reaches to the quotes. */
function isDirective({ range }: HclExpression, part: HclExpression): boolean {
  return part.kind === 'unknown' && part.range.start <= range.start + 1;
}

/** A key in quotes is a template; bare it would be a name. */
function isKey({ expression, parent }: AddressedExpression): boolean {
  return parent?.kind === 'object' && parent.entries.some(({ key }) => key === expression);
}

function isOperand({ parent }: AddressedExpression): boolean {
  return parent !== undefined && ['binary', 'unary', 'conditional', 'unknown'].includes(parent.kind);
}

function isCompound({ kind }: HclExpression): boolean {
  return ['binary', 'conditional', 'unary'].includes(kind);
}
