import type { Uses } from '../../../documents/workflow/uses.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';

export interface UsedAction {
  readonly uses: Uses;
  readonly key: string;
}

/** The actions and workflows of other repositories that a file calls, each with its structural address. */
export function usedActions(document: WorkflowDocument | ActionDocument): UsedAction[] {
  const steps = stepsOf(document).flatMap(({ step, key }) => (step.uses ? [{ uses: step.uses, key }] : []));
  const jobs =
    document.kind === 'workflow' ? document.view.jobs.flatMap(({ uses, id }) => (uses ? [{ uses, key: id }] : [])) : [];
  return [...jobs, ...steps].filter(({ uses }) => uses.kind === 'repository');
}
