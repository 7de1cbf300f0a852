import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { namesTheCommit } from './checkout/names-the-commit.ts';
import { outsideCheckouts, triggerName } from './checkout/outside-checkouts.ts';

export const untrustedCheckoutMoved: Rule<WorkflowDocument> = {
  id: 'untrusted-checkout-moved',
  kinds: ['workflow'],
  title: 'What was approved may not be what is checked out',
  severity: 'low',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { codeql: ['actions/untrusted-checkout-toctou/high'], sisakulint: ['untrusted-checkout-toctou-high'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs(document) {
    if (document.view.triggers.some(({ event }) => event === 'workflow_run' || event === 'workflow_call'))
      yield { glob: '.github/workflows/*' };
  },

  *check(document, context) {
    for (const { job, step, code, reached, runner } of outsideCheckouts(document, context)) {
      // Where the code is run, `untrusted-checkout-race` tells.
      if (runner || reached.guard !== 'reviewed' || !code.movable) continue;
      yield {
        range: code.range,
        key: `${job.id}/${step.key}`,
        message: {
          what: `${quote(code.named)} is looked up when ${quote(job.id)} runs; the approval on ${quote(triggerName(reached))} was given before.`,
          why: 'Nothing is seen to run it, but what the job reads, uploads or comments on may be something else than what was looked at.',
          remedy: namesTheCommit(reached),
        },
      };
    }
  },
};
