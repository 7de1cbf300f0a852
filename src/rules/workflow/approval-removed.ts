import type { Job } from '../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { approvalJob } from './approvals/approval-job.ts';
import { elsewhere } from './approvals/environment-problems.ts';
import { lostEnvironment } from './approvals/lost-environment.ts';
import { deploySigns } from './gates/deploy-signs.ts';
import { freedDeployment } from './gates/freed-deployment.ts';
import { counterpartOf } from './jobs/counterpart-of.ts';
import { type JobPair, pairJobs } from './jobs/pair-jobs.ts';

export const approvalRemoved: Rule<WorkflowDocument> = {
  id: 'approval-removed',
  kinds: ['workflow'],
  title: 'A deployment lost its approval',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *needs(document) {
    for (const { uses } of document.view.jobs) if (uses?.kind === 'local') yield { path: uses.path };
  },

  *compare(base, head, context) {
    // A workflow that is gone is looked for from what came in its place.
    if (!head) return;
    const before = base ?? counterpartOf(head, context);
    const said = new Set<Job>();
    for (const pair of before ? pairJobs(before, head) : []) {
      if (!before) continue;
      const found = [...lostEnvironment(before, head, pair, context), ...approvalJob(before, head, pair)];
      if (found.length > 0 || wasFree(pair)) said.add(pair.after);
      yield* found;
    }
    for (const job of head.view.jobs) {
      const freed = said.has(job) || job.environment ? undefined : freedDeployment(head, job, context);
      if (freed) yield elsewhere(job, freed);
    }
  },
};

/** It deployed without an environment before, as it does now. */
function wasFree({ before, after }: JobPair): boolean {
  const signs = deploySigns(after);
  return (
    before.environment === undefined && signs.length > 0 && signs.every((sign) => deploySigns(before).includes(sign))
  );
}
