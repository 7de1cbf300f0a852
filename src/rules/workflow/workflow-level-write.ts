import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const workflowLevelWrite: Rule<WorkflowDocument> = {
  id: 'workflow-level-write',
  kinds: ['workflow'],
  title: 'Write permission stands at the workflow, not at the job',
  severity: 'low',
  confidence: 'certain',
  // With one job it changes nothing yet; with more, `excessive-permissions` tells.
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    zizmor: ['excessive-permissions'],
    ghalint: ['job_permissions'],
    scorecard: ['Token-Permissions'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const { permissions, jobs } = document.view;
    const bare = jobs.filter((job) => !job.permissions);
    const [job] = bare;
    if (!permissions || !job || bare.length > 1) return;
    for (const { scope, level, range } of permissions.scopes) {
      if (level !== 'write') continue;
      yield {
        range,
        key: scope,
        message: {
          what: `${quote(`${scope}: write`)} stands at the top of the workflow; only ${quote(job.id)} uses it.`,
          why: 'The next job that somebody adds gets the right to write without anybody asking for it.',
          remedy: `Move it to ${quote(`jobs.${job.id}.permissions`)} and leave the workflow to read.`,
        },
      };
    }
  },
};
