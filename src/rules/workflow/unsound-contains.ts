import { type ExpressionNode, nodesOf } from '../../documents/workflow/expression.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { expressionsOf } from './expressions/expressions-of.ts';

export const unsoundContains: Rule<WorkflowDocument> = {
  id: 'unsound-contains',
  kinds: ['workflow'],
  title: 'A check of a list looks into a text',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { zizmor: ['unsound-contains'], codeql: ['actions/unsound-contains'], sisakulint: ['unsound-contains'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const expression of expressionsOf(document)) {
      if (!expression.node) continue;
      for (const node of nodesOf(expression.node)) {
        const list = listAsText(node);
        if (list === undefined) continue;
        yield {
          range: expression.range,
          key: `${expression.path.join('.')}/${list}`,
          message: {
            what: `${quote(`contains('${list}', …)`)} looks for any part of a text, not for one of its words.`,
            why: 'A branch or name that is a piece of the text passes as well: `refs/heads/ma` is contained in `refs/heads/main`.',
            remedy: `Compare with a list: ${quote(`contains(fromJSON('${JSON.stringify(list.split(/[\s,]+/).filter(Boolean))}'), …)`)}.`,
          },
        };
      }
    }
  },
};

/** Values that a person outside can choose, or that decide who may do what. */
const CHOSEN =
  /^github\.(ref|ref_name|head_ref|base_ref|actor|triggering_actor|event\.pull_request\.(head|user|base)|event\.(issue|comment|sender|label))|^(env|inputs)\./;

/** The literal that is searched, where it lists several words and what is searched for can be chosen. */
function listAsText(node: ExpressionNode): string | undefined {
  if (node.kind !== 'call' || node.name !== 'contains') return undefined;
  const [text, value] = node.args;
  if (text?.kind !== 'literal' || typeof text.value !== 'string' || value?.kind !== 'context') return undefined;
  return CHOSEN.test(value.path.join('.')) ? text.value : undefined;
}
