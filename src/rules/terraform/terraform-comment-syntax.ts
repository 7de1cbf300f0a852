import type { TerraformDocument } from '../../documents/terraform.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const terraformCommentSyntax: Rule<TerraformDocument> = {
  id: 'terraform-comment-syntax',
  kinds: ['terraform'],
  title: 'Comment does not begin with a hash sign',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { tflint: ['terraform_comment_syntax'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, comments }) {
    for (const { range, text } of comments) {
      const raw = source.slice(range.start, range.end);
      const isLine = raw.startsWith('//');
      if (!isLine && !(raw.startsWith('/*') && raw.includes('\n'))) continue;
      const sign = isLine ? '//' : '/*';
      yield {
        range: isLine ? range : { start: range.start, end: range.start + 2 },
        key: text,
        message: {
          what: `A comment begins with ${quote(sign)}.`,
          why: 'Terraform knows three signs for comments; its style guide keeps to one, and so do the tools that read comments.',
          remedy: `Begin ${isLine ? 'it' : 'each of its lines'} with ${quote('#')}.`,
        },
        ...(isLine
          ? {
              fix: {
                title: 'Write #',
                safety: 'safe' as const,
                edits: [{ range: { start: range.start, end: range.start + 2 }, text: '#' }],
              },
            }
          : {}),
      };
    }
  },
};
