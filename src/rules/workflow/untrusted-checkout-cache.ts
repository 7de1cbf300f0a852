import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type OutsideCheckout, outsideCheckouts, triggerName } from './checkout/outside-checkouts.ts';
import { isForDefaultBranch } from './checkout/writes-cache.ts';

export const untrustedCheckoutCache: Rule<WorkflowDocument> = {
  id: 'untrusted-checkout-cache',
  kinds: ['workflow'],
  title: 'Code from a pull request can fill the cache of the default branch',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    codeql: ['actions/untrusted-checkout/medium', 'actions/cache-poisoning/poisonable-step'],
    scorecard: ['Dangerous-Workflow'],
    sisakulint: ['cache-poisoning-poisonable-step'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs(document) {
    if (document.view.triggers.some(({ event }) => event === 'workflow_run' || event === 'workflow_call'))
      yield { glob: '.github/workflows/*' };
  },

  *check(document, context) {
    for (const found of outsideCheckouts(document, context)) {
      const { reached, runner, powerful, code } = found;
      if (reached.guard !== 'open' || code.ownRepository || !isForDefaultBranch(reached.trigger)) continue;
      // With rights or secrets at hand, running the code is worse than this: `untrusted-checkout` tells.
      if (runner && !powerful) yield problem(found);
    }
  },
};

function problem({ job, step, code, reached, runner }: OutsideCheckout): Observation {
  const [firstLine = ''] = (runner?.run?.text ?? '').trim().split('\n');
  const named = runner?.name ?? runner?.uses?.raw ?? firstLine;
  return {
    range: code.range,
    key: `${job.id}/${step.key}`,
    message: {
      what: `${quote(code.named)} brings the code of a pull request into ${quote(job.id)}, which ${quote(triggerName(reached))} starts, and ${quote(named)} runs it.`,
      why: 'The token only reads, but the run belongs to the default branch: what it puts into the cache is restored by the builds and releases of that branch.',
      remedy: `Run it on ${quote('pull_request')}, where a fork has a cache of its own.`,
    },
  };
}
