import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Range, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { callNeeds } from './callers/call-needs.ts';
import { calledWorkflow } from './jobs/called-workflow.ts';

/** The caller on top included: https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations, November 2026. */
const MAX_LEVELS = 10;

export const reusableWorkflowDepth: Rule<WorkflowDocument> = {
  id: 'reusable-workflow-depth',
  kinds: ['workflow'],
  title: 'Workflows call each other in a circle, or too deep',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { languageservices: ['nested-depth'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: callNeeds,

  *check(document, context) {
    const depths = new Map<WorkflowDocument, number>();
    for (const { id, uses } of document.view.jobs) {
      const called = calledWorkflow(document, uses, context);
      if (!called || !uses) continue;
      const circle = wayBack(called, document, context);
      const levels = 1 + depthOf(called, context, depths);
      if (circle) yield problem(id, uses.node.range, circular([document, ...circle]), 'Take one of the calls out.');
      else if (levels > MAX_LEVELS)
        yield problem(
          id,
          uses.node.range,
          `The calls from here are ${levels} levels deep; ${MAX_LEVELS} are the most.`,
          'Call the lower workflows from a higher one.',
        );
    }
  },
};

function calledBy(document: WorkflowDocument, context: RuleContext): readonly WorkflowDocument[] {
  return document.view.jobs.flatMap(({ uses }) => calledWorkflow(document, uses, context) ?? []);
}

/** The shortest chain of calls from one workflow to another, both included; each workflow is looked at once. */
function wayBack(
  from: WorkflowDocument,
  to: WorkflowDocument,
  context: RuleContext,
): readonly WorkflowDocument[] | undefined {
  const chains: (readonly WorkflowDocument[])[] = [[from]];
  const seen = new Set([from]);
  for (const chain of chains) {
    const last = chain.at(-1);
    if (!last) continue;
    if (last === to) return chain;
    for (const next of calledBy(last, context)) {
      if (seen.has(next)) continue;
      seen.add(next);
      chains.push([...chain, next]);
    }
  }
  return undefined;
}

/** How many workflows stand below one another from here; a circle among them is told at its own calls. */
function depthOf(
  document: WorkflowDocument,
  context: RuleContext,
  depths: Map<WorkflowDocument, number>,
  above = 0,
): number {
  const known = depths.get(document);
  if (known !== undefined || above > STOP) return known ?? 0;
  depths.set(document, 0);
  const below = calledBy(document, context).map((one) => depthOf(one, context, depths, above + 1));
  const depth = 1 + below.reduce((most, one) => Math.max(most, one), 0);
  depths.set(document, depth);
  return depth;
}

/** Far below what the stack holds. */
const STOP = 100;

function circular(chain: readonly WorkflowDocument[]): string {
  return `The calls lead back to this workflow: ${chain.map(({ path }) => quote(path)).join(' calls ')}.`;
}

function problem(job: string, range: Range, what: string, remedy: string): Observation {
  return {
    range,
    key: `${job}/depth`,
    message: { what, why: 'GitHub refuses the workflow: none of its jobs runs.', remedy },
  };
}
