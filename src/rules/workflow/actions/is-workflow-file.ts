import type { Uses } from '../../../documents/workflow/uses.ts';

/** Whether a `uses:` names a workflow, which only a job can call. */
export function isWorkflowFile({ kind, path }: Uses): boolean {
  return (kind === 'local' || kind === 'repository') && /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i.test(path);
}
