import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { outsideCheckouts, triggerName } from './checkout/outside-checkouts.ts';
import { writesCache } from './checkout/writes-cache.ts';

export const untrustedCheckoutFetched: Rule<WorkflowDocument> = {
  id: 'untrusted-checkout-fetched',
  kinds: ['workflow'],
  title: 'Code from a pull request lies beside the rights of the repository',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    codeql: ['actions/untrusted-checkout/high'],
    scorecard: ['Dangerous-Workflow'],
    semgrep: ['pull-request-target-code-checkout', 'workflow-run-target-code-checkout'],
    octoscan: ['dangerous-checkout'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *needs(document) {
    if (document.view.triggers.some(({ event }) => event === 'workflow_run' || event === 'workflow_call'))
      yield { glob: '.github/workflows/*' };
  },

  *check(document, context) {
    for (const { job, step, code, reached, runner, powerful } of outsideCheckouts(document, context)) {
      // In a folder of its own and never run: data that somebody took care to keep apart.
      if (runner || reached.guard !== 'open' || !powerful || code.folder !== '' || writesCache(job, step)) continue;
      yield {
        range: code.range,
        key: `${job.id}/${step.key}`,
        ...(code.ownRepository ? { confidence: 'heuristic' } : {}),
        message: {
          what: `${quote(code.named)} brings the code of a pull request into ${quote(job.id)}, which ${quote(triggerName(reached))} starts with rights and secrets.`,
          why: 'Nothing is seen to run it yet; the next tool that reads its configuration from the folder will, with the token of this repository.',
          remedy:
            'Read the files by API, or check them out into a folder of their own with `persist-credentials: false` in a job that has no secrets and a token that only reads.',
        },
      };
    }
  },
};
