import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { namesTheCommit } from './checkout/names-the-commit.ts';
import { type OutsideCheckout, outsideCheckouts, triggerName } from './checkout/outside-checkouts.ts';
import { whereItRuns } from './checkout/where-it-runs.ts';

export const untrustedCheckoutRace: Rule<WorkflowDocument> = {
  id: 'untrusted-checkout-race',
  kinds: ['workflow'],
  title: 'Code can change between its approval and its run',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    codeql: ['actions/untrusted-checkout-toctou/critical'],
    sisakulint: ['untrusted-checkout-toctou-critical'],
    'gato-x': ['PwnRequestResult'],
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
      const { reached, code, runner } = found;
      if (runner && reached.guard === 'reviewed' && code.movable) yield problem({ ...found, runner }, document);
    }
  },
};

type RunCheckout = OutsideCheckout & Required<Pick<OutsideCheckout, 'runner'>>;

function problem({ job, step, code, reached, runner }: RunCheckout, document: WorkflowDocument): Observation {
  return {
    key: `${job.id}/${step.key}`,
    message: {
      what: `The code that runs here is what ${quote(code.named)} names when ${quote(job.id)} runs; the approval on ${quote(triggerName(reached))} was given before.`,
      why: 'A push between the approval and the checkout brings in code that nobody has seen, with the rights of the repository.',
      remedy: namesTheCommit(reached),
    },
    ...whereItRuns({ code, step, runner }, document),
  };
}
