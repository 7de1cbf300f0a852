import { type ExpressionNode, nodesOf } from '../../documents/workflow/expression.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type Constant, constantOf, isTruthy } from './expressions/constant-of.ts';
import { addressOf, expressionsOfFile } from './expressions/expressions-of-file.ts';

export const unsoundTernary: Rule<WorkflowDocument | ActionDocument> = {
  id: 'unsound-ternary',
  kinds: ['workflow', 'action'],
  title: 'A choice that always takes its second value',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { zizmor: ['unsound-ternary'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { node, text, range } of expressionsOfFile(document)) {
      const lost = node && text.includes('||') ? lostValue(node) : undefined;
      if (!lost) continue;
      yield {
        range,
        key: `${addressOf(document, range)}/${text.slice(0, 80)}`,
        message: {
          what: `${quote(text)} never gives the ${quote(lost.value === '' ? "''" : String(lost.value))} behind its ${quote('&&')}.`,
          why: 'That value counts as false, so what stands behind `||` is taken whether the condition holds or not.',
          remedy: 'Turn the condition round, so that the value that counts as false stands last, or use `case()`.',
        },
      };
    }
  },
};

/** The value in the middle of `condition && value || other`, where it counts as false. */
function lostValue(expression: ExpressionNode): { readonly value: Constant } | undefined {
  for (const node of nodesOf(expression)) {
    if (node.kind !== 'logical' || node.operator !== '||' || constantOf(node)) continue;
    for (const operand of node.operands.slice(0, -1)) {
      const last = operand.kind === 'logical' && operand.operator === '&&' ? operand.operands.at(-1) : undefined;
      const value = last && constantOf(last);
      if (value && !isTruthy(value.value)) return value;
    }
  }
  return undefined;
}
