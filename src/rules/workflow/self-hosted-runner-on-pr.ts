import type { Job } from '../../documents/workflow/job.ts';
import type { Trigger, WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { guardOf } from './checkout/guard-of.ts';
import { isOneTimePool, selfHostedLabel } from './runners/self-hosted-label.ts';

/** Events on which the code of a pull request, or a script it changes, is run. */
const PULL = new Set(['pull_request', 'pull_request_target']);

export const selfHostedRunnerOnPr: Rule<WorkflowDocument> = {
  id: 'self-hosted-runner-on-pr',
  kinds: ['workflow'],
  title: 'Pull requests run on a self-hosted runner',
  severity: 'high',
  // In a private repository only people with access open pull requests; the file does not tell.
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    codeql: ['actions/pr-on-self-hosted-runner'],
    poutine: ['pr_runs_on_self_hosted'],
    sisakulint: ['self-hosted-runners'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const triggers = document.view.triggers.filter(({ event }) => PULL.has(event));
    for (const job of document.view.jobs) {
      const label = selfHostedLabel(job);
      const open = label && triggers.find((trigger) => isOpen(document, job, trigger));
      if (!label || !open || !job.runsOn || isOneTimePool(job)) continue;
      yield {
        range: entryOf(job.node, 'runs-on')?.range ?? job.runsOn.range,
        key: `${job.id}/runs-on`,
        message: {
          what: `${quote(job.id)} runs on ${quote(label)} for every ${quote(open.event)}, those from forks included.`,
          why: 'On a machine that is not thrown away after the job, the code of a stranger can stay, read what later jobs do, and reach the network around it.',
          remedy: `Let forks run on a hosted or one-time runner, or keep the job to the repository's own branches with ${quote('github.event.pull_request.head.repo.full_name == github.repository')}.`,
        },
      };
    }
  },
};

function isOpen(document: WorkflowDocument, job: Job, trigger: Trigger): boolean {
  const [first] = job.steps;
  return (
    first !== undefined &&
    job.environment === undefined &&
    guardOf(document, job, { ...first, index: 0 }, trigger) === 'open'
  );
}
