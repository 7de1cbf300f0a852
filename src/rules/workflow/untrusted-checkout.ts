import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Confidence, Observation, Rule, Severity } from '../../types.ts';
import { quote } from '../quote.ts';
import { type OutsideCheckout, outsideCheckouts, triggerName } from './checkout/outside-checkouts.ts';

export const untrustedCheckout: Rule<WorkflowDocument> = {
  id: 'untrusted-checkout',
  kinds: ['workflow'],
  title: 'Code from a pull request runs with the rights of the repository',
  severity: 'critical',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    codeql: ['actions/untrusted-checkout/critical', 'actions/improper-access-control'],
    scorecard: ['Dangerous-Workflow'],
    semgrep: ['pull-request-target-code-checkout', 'workflow-run-target-code-checkout'],
    poutine: ['untrusted_checkout_exec'],
    octoscan: ['dangerous-checkout', 'local-action'],
    sisakulint: ['untrusted-checkout', 'improper-access-control'],
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
      if (found.runner && found.powerful && found.reached.guard === 'open') yield problem(found, document);
    }
  },
};

function problem(found: OutsideCheckout, { path, side }: WorkflowDocument): Observation {
  const { job, step, code, reached, runner } = found;
  return {
    range: code.range,
    key: `${job.id}/${step.key}`,
    ...gradeOf(found),
    message: {
      what: `${quote(code.named)} brings the code of a pull request into ${quote(job.id)}, which ${quote(triggerName(reached))} starts, and ${quote(runner?.name ?? runner?.uses?.raw ?? firstLine(runner?.run?.text))} runs it.`,
      why: code.ownRepository
        ? 'Whoever opens a pull request picks which branch of this repository runs with its token and secrets.'
        : 'Anybody who opens a pull request can put a command there and gets the token, the secrets and the cache of this repository.',
      remedy:
        'Build and test on `pull_request`, hand the result over as an artifact, and let a `workflow_run` job that never runs it do what needs rights.',
    },
    ...(runner && runner !== step
      ? { related: [{ path, side, range: runner.node.range, message: 'The fetched code runs here.' }] }
      : {}),
  };
}

function gradeOf({ code }: OutsideCheckout): { readonly severity: Severity; readonly confidence: Confidence } {
  if (code.ownRepository) return { severity: 'medium', confidence: 'heuristic' };
  return { severity: 'critical', confidence: code.confidence };
}

function firstLine(script: string | undefined): string {
  return (script ?? '').trim().split('\n')[0] ?? '';
}
