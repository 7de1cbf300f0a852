import { type ExpressionNode, nodesOf } from '../../documents/workflow/expression.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { secretsOf } from './credentials/secrets-in.ts';
import { addressOf, expressionsOfFile } from './expressions/expressions-of-file.ts';

export const unredactedSecret: Rule<WorkflowDocument | ActionDocument> = {
  id: 'unredacted-secret',
  kinds: ['workflow', 'action'],
  title: 'A part of a secret that logs do not hide',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['unredacted-secrets'],
    codeql: ['actions/unmasked-secret-exposure'],
    sisakulint: ['unmasked-secret-exposure'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (!/fromjson\s*\(/i.test(document.source)) return;
    for (const { node, text, range, path } of expressionsOfFile(document)) {
      // A condition prints nothing.
      const secret = node && path.at(-1) !== 'if' ? parsedSecret(node) : undefined;
      if (!secret) continue;
      yield {
        range,
        key: `${addressOf(document, range)}/${text.slice(0, 80)}`,
        message: {
          what: `${quote(text)} takes a value out of the secret ${quote(secret)}.`,
          why: 'Logs hide the secret as it was stored, as a whole; a value taken out of it is printed as it is.',
          remedy: 'Store each value as a secret of its own.',
        },
      };
    }
  },
};

function parsedSecret(expression: ExpressionNode): string | undefined {
  for (const node of nodesOf(expression)) {
    const [secret] = node.kind === 'call' && node.name === 'fromjson' ? node.args.flatMap((arg) => secretsOf(arg)) : [];
    if (secret) return secret;
  }
  return undefined;
}
