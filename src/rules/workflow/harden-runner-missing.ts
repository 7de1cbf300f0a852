import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { selfHostedLabel } from './runners/self-hosted-label.ts';

export const hardenRunnerMissing: Rule<WorkflowDocument> = {
  id: 'harden-runner-missing',
  kinds: ['workflow'],
  title: 'Job runs without the guard that its neighbours have',
  severity: 'info',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ source, view }) {
    if (!/step-security\/harden-runner/i.test(source)) return;
    const guarded = view.jobs.find(isGuarded);
    for (const job of view.jobs) {
      if (!guarded || job.uses || job.steps.length === 0 || isGuarded(job) || selfHostedLabel(job)) continue;
      yield {
        range: job.idRange,
        key: `${job.id}/harden-runner`,
        message: {
          what: `${quote(job.id)} runs without harden-runner, ${quote(guarded.id)} with it.`,
          why: 'What a compromised dependency sends out of this job is seen by nobody.',
          remedy: 'Make it the first step here too.',
        },
      };
    }
  },
};

function isGuarded({ steps }: Job): boolean {
  return steps.some(({ uses }) => uses?.repository.toLowerCase() === 'step-security/harden-runner');
}
