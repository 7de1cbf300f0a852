import type { Job } from '../../../documents/workflow/job.ts';
import { type AccessLevel, levelUnder } from '../../../documents/workflow/permissions.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';

/**
 * What a job's token may do in a scope. Undefined where the file does not tell: nothing is said, so the repository's
 * default holds, or the caller's permissions.
 */
export function grantedLevel({ view }: WorkflowDocument, job: Job, scope: string): AccessLevel | undefined {
  const said = job.permissions ?? view.permissions;
  if (said) return levelUnder(said, scope);
  if (entryOf(job.node, 'permissions') || entryOf(view.root, 'permissions')) return 'none';
  // No default gives an identity; only a caller can.
  const called = view.triggers.some(({ event }) => event === 'workflow_call');
  return scope === 'id-token' && !called ? 'none' : undefined;
}
