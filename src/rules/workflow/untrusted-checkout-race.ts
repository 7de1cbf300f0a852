import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type OutsideCheckout, outsideCheckouts, triggerName } from './checkout/outside-checkouts.ts';
import { whereItRuns } from './checkout/where-it-runs.ts';

export const untrustedCheckoutRace: Rule<WorkflowDocument> = {
  id: 'untrusted-checkout-race',
  kinds: ['workflow'],
  title: 'What was approved can change before it is checked out',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { codeql: ['actions/untrusted-checkout-toctou/critical', 'actions/untrusted-checkout-toctou/high'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs(document) {
    if (document.view.triggers.some(({ event }) => event === 'workflow_run' || event === 'workflow_call'))
      yield { glob: '.github/workflows/*' };
  },

  *check(document, context) {
    for (const found of outsideCheckouts(document, context)) {
      if (found.reached.guard === 'reviewed' && found.code.movable) yield problem(found, document);
    }
  },
};

function problem({ job, step, code, reached, runner }: OutsideCheckout, document: WorkflowDocument): Observation {
  return {
    key: `${job.id}/${step.key}`,
    message: {
      what: `${runner ? 'The code that runs here' : 'This code'} is what ${quote(code.named)} names when ${quote(job.id)} runs; the approval on ${quote(triggerName(reached))} was given before.`,
      why: 'A push between the approval and the checkout brings in code that nobody has seen, with the rights of the repository.',
      remedy:
        reached.trigger.event === 'issue_comment'
          ? 'Take the commit from the comment, or compare the time of the last push with the time of the comment, and check out that commit.'
          : `Check out ${quote('github.event.pull_request.head.sha')}: it names what was there when the run was started.`,
    },
    ...whereItRuns({ code, step, ...(runner ? { runner } : {}) }, document),
  };
}
