import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const missingTimeout: Rule<WorkflowDocument> = {
  id: 'missing-timeout',
  kinds: ['workflow'],
  title: 'Job may hang for six hours',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: { ghalint: ['job_timeout_minutes_is_required'], sisakulint: ['missing-timeout-minutes'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const jobs = document.view.jobs.filter(({ uses, steps }) => !uses && steps.length > 0);
    const open = jobs.filter((job) => !isLimited(job));
    for (const job of open) {
      yield {
        range: job.idRange,
        key: `${job.id}/timeout`,
        message: {
          what: `${quote(job.id)} has no ${quote('timeout-minutes')}.`,
          why: 'A step that hangs holds a runner, and whatever waits for the job, for six hours before GitHub ends it.',
          remedy: 'Set a limit of two or three times what the job usually takes.',
        },
      };
    }
    const [first] = jobs;
    if (first && open.length === 0)
      yield { proof: `${jobs.length} of ${jobs.length} jobs have a time limit`, range: first.idRange };
  },
};

function isLimited(job: Job): boolean {
  return (
    entryOf(job.node, 'timeout-minutes') !== undefined ||
    job.steps.every((step) => entryOf(step.node, 'timeout-minutes') !== undefined)
  );
}
