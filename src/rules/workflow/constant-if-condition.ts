import { contextPaths, type ExpressionNode, nodesOf, parseExpression } from '../../documents/workflow/expression.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { constantTruth } from './gates/constant-truth.ts';

export const constantIfCondition: Rule<WorkflowDocument> = {
  id: 'constant-if-condition',
  kinds: ['workflow'],
  title: 'A condition that asks nothing',
  // Teams switch jobs off like that.
  severity: 'info',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'maintainability',
  aliases: { actionlint: ['if-cond'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const conditions = view.jobs.flatMap((job) => [
      { scalar: job.if, key: job.id },
      ...job.steps.map((step) => ({ scalar: step.if, key: `${job.id}/${step.key}` })),
    ]);
    for (const { scalar, key } of conditions) {
      if (!scalar || !asksNothing(scalar)) continue;
      const holds = constantTruth(scalar);
      if (holds === undefined) continue;
      yield {
        range: scalar.range,
        key,
        message: {
          what: `${quote(scalar.text)} ${holds ? 'always' : 'never'} holds.`,
          why: holds
            ? 'Whoever reads it looks for what it depends on.'
            : 'This never runs, whatever needs it is skipped.',
          remedy: holds ? 'Take the condition out.' : 'Say in a comment why it is off and until when, or take it out.',
        },
      };
    }
  },
};

/** An expression of literals alone; one with text beside it is told by `condition-always-true`. */
function asksNothing({ text }: YamlScalar): boolean {
  const inner = /^\$\{\{([^{}]*)\}\}$/.exec(text)?.[1] ?? text;
  if (inner.includes('${{') || inner.trim() === '') return false;
  const node = parseExpression(inner.trim());
  return node !== undefined && [...contextPaths(node)].length === 0 && !callsAnything(node);
}

function callsAnything(node: ExpressionNode): boolean {
  return [...nodesOf(node)].some(({ kind }) => kind === 'call');
}
