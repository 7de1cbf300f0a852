import { contextPaths, type ExpressionNode, parseExpression } from '../../documents/workflow/expression.ts';
import type { Trigger, WorkflowDocument } from '../../documents/workflow.ts';
import type { YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { truthUnder } from './conditions/truth-under.ts';

export const conditionNeverTrue: Rule<WorkflowDocument> = {
  id: 'condition-never-true',
  kinds: ['workflow'],
  title: 'No trigger makes the condition true',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    // A called workflow has the event and the ref of whoever calls it.
    if (view.triggers.length === 0 || view.triggers.some(({ event }) => event === 'workflow_call')) return;
    for (const job of view.jobs) {
      const left = triggersFor(job.if, view.triggers);
      if (left.length === 0) {
        if (job.if) yield problem(job.if, job.id, view.triggers);
        continue;
      }
      for (const step of job.steps)
        if (step.if && triggersFor(step.if, left).length === 0) yield problem(step.if, `${job.id}/${step.key}`, left);
    }
  },
};

/** The triggers under which a condition may hold. */
function triggersFor(condition: YamlScalar | undefined, triggers: readonly Trigger[]): readonly Trigger[] {
  const node = conditionOf(condition);
  return node ? triggers.filter((trigger) => truthUnder(node, trigger) !== false) : triggers;
}

/** One of literals alone is `constant-if-condition`'s matter; with a literal beside it, it is switched off on purpose. */
function conditionOf(condition: YamlScalar | undefined): ExpressionNode | undefined {
  const text = condition?.text.trim() ?? '';
  const inner = /^\$\{\{([\s\S]*)\}\}$/.exec(text)?.[1] ?? text;
  const node = inner.includes('${{') || inner === '' ? undefined : parseExpression(inner.trim());
  if (node?.kind === 'logical' && node.operands.some(({ kind }) => kind === 'literal')) return undefined;
  return node && [...contextPaths(node)].length > 0 ? node : undefined;
}

function problem(condition: YamlScalar, key: string, triggers: readonly Trigger[]): Observation {
  return {
    range: condition.range,
    key,
    // A name of an event is often left from a trigger that was taken away.
    ...(/github\.ref|merged/.test(condition.text) ? {} : { severity: 'low' }),
    message: {
      what: `${quote(condition.text.trim())} holds in no run: ${quoteAll([...new Set(triggers.map(({ event }) => event))])}, as configured here, never ${triggers.length === 1 ? 'makes' : 'make'} it true.`,
      why: 'This never runs, what needs it is skipped, and no error says so.',
      remedy: 'Correct the condition or the filter under `on`, or take out what is not needed any more.',
    },
  };
}
