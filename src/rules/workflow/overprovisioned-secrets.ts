import { type ExpressionNode, nodesOf } from '../../documents/workflow/expression.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { addressOf, expressionsOfFile } from './expressions/expressions-of-file.ts';

export const overprovisionedSecrets: Rule<WorkflowDocument | ActionDocument> = {
  id: 'overprovisioned-secrets',
  kinds: ['workflow', 'action'],
  title: 'A step gets every secret there is',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['overprovisioned-secrets'],
    poutine: ['job_all_secrets'],
    codeql: ['actions/excessive-secrets-exposure'],
    sisakulint: ['secret-exposure'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (!/secrets\s*[)[\s}.]/i.test(document.source)) return;
    for (const { node, text, range } of expressionsOfFile(document)) {
      const use = node && /secrets/i.test(text) ? wholeUse(node) : undefined;
      if (!use) continue;
      yield {
        range,
        key: `${addressOf(document, range)}/${text.slice(0, 80)}`,
        severity: use === 'computed' ? 'low' : 'medium',
        message: {
          what:
            use === 'computed'
              ? `${quote(text)} looks a secret up by a name that is computed.`
              : `${quote(text)} hands over all secrets of the repository, the organisation and the environment.`,
          why:
            use === 'computed'
              ? 'GitHub cannot tell which one is meant, so the runner is sent all of them.'
              : 'Whatever reads it, a script or an action, has them all, those that come later included.',
          remedy: `Name the secrets that are needed: ${quote('secrets.NAME')}.`,
        },
      };
    }
  },
};

/** How an expression uses the context as a whole; undefined where it names what it takes. */
function wholeUse(expression: ExpressionNode): 'all' | 'computed' | undefined {
  const names = [...nodesOf(expression)].flatMap((node) =>
    node.kind === 'context' && node.path[0] === 'secrets' ? [node.path[1]] : [],
  );
  if (names.some((name) => name === undefined || name === '*')) return 'all';
  return names.includes('[]') ? 'computed' : undefined;
}
