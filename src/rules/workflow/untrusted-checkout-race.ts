import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { outsideCheckouts, triggerName } from './checkout/outside-checkouts.ts';

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
    for (const { job, step, code, reached } of outsideCheckouts(document, context)) {
      if (reached.guard !== 'reviewed' || !code.movable) continue;
      yield {
        range: code.range,
        key: `${job.id}/${step.key}`,
        message: {
          what: `${quote(code.named)} is looked up when ${quote(job.id)} runs; the approval on ${quote(triggerName(reached))} was given before.`,
          why: 'A push between the approval and the checkout brings in code that nobody has seen, with the rights of the repository.',
          remedy:
            reached.trigger.event === 'issue_comment'
              ? 'Take the commit from the comment, or compare the time of the last push with the time of the comment, and check out that commit.'
              : `Check out ${quote('github.event.pull_request.head.sha')}: it names what was there when the run was started.`,
        },
      };
    }
  },
};
