import type { Uses } from '../../../documents/workflow/uses.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';

export interface UsedAction {
  readonly uses: Uses;
  readonly key: string;
}

/** The actions and workflows of other repositories that a file calls, each with its structural address. */
export function usedActions(document: WorkflowDocument | ActionDocument): readonly UsedAction[] {
  const found = known.get(document) ?? findActions(document);
  known.set(document, found);
  return found;
}

/** A dozen rules ask for those of the same file. */
const known = new WeakMap<WorkflowDocument | ActionDocument, readonly UsedAction[]>();

function findActions(document: WorkflowDocument | ActionDocument): readonly UsedAction[] {
  const steps = stepsOf(document).map(({ step: { uses }, key }) => ({ uses, key }));
  const jobs = document.kind === 'workflow' ? document.view.jobs.map(({ uses, id }) => ({ uses, key: id })) : [];
  return [...jobs, ...steps].flatMap(({ uses, key }) => (uses?.kind === 'repository' ? [{ uses, key }] : []));
}
