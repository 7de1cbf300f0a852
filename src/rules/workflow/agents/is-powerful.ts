import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';

/** Scopes with which text is written and nothing else: comments, labels, reactions, and the models themselves. */
const TALKING = new Set(['issues', 'pull-requests', 'discussions', 'models', 'copilot-requests', 'checks', 'statuses']);

/** Whether the job's token may change more than what is said on issues and pull requests. */
export function isPowerful(document: WorkflowDocument, job: Job): boolean {
  const permissions = job.permissions ?? document.view.permissions;
  if (!permissions) return true;
  return (
    permissions.all === 'write' ||
    permissions.scopes.some(({ scope, level }) => level === 'write' && !TALKING.has(scope))
  );
}
