import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Document, RuleContext } from '../../../types.ts';
import { pairJobs, pairSteps } from './pair-jobs.ts';

/**
 * The workflow of the base that a new one continues: it is gone, or only starts by hand now, and much of it stands in
 * the new one. Renames that Git sees are pairs already.
 */
export function counterpartOf(head: WorkflowDocument, { project }: RuleContext): WorkflowDocument | undefined {
  const candidates = [...project.base.documents.values()]
    .filter(isWorkflow)
    .filter((one) => isLeft(one, project.head.documents.get(one.path)))
    .filter(({ path }) => !project.change.files.some(({ previousPath }) => previousPath === path))
    .map((one) => ({ one, likeness: likeness(one, head) }))
    .filter((candidate) => candidate.likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness);
  return candidates[0]?.one;
}

export function isWorkflow(document: Document): document is WorkflowDocument {
  return document.kind === 'workflow' && document.view !== undefined;
}

/** Whether something else than a person or a caller starts a workflow. */
export function startsByItself({ view }: WorkflowDocument): boolean {
  return view.triggers.some(({ event }) => event !== 'workflow_dispatch');
}

function isLeft(before: WorkflowDocument, after: Document | undefined): boolean {
  if (!after) return true;
  return isWorkflow(after) && startsByItself(before) && (!startsByItself(after) || after.view.jobs.length === 0);
}

/** The part of a workflow's steps that another one has, whatever its jobs are called; 1 for the same name and jobs. */
function likeness(before: WorkflowDocument, after: WorkflowDocument): number {
  const [old, now] = [before, after].map(({ view }) => view.jobs.flatMap(({ steps }) => steps));
  const pairs = pairJobs(before, after).length / Math.max(1, before.view.jobs.length);
  const isNamed = before.view.name !== undefined && before.view.name === after.view.name;
  const steps = pairSteps(old ?? [], now ?? []).length / Math.max(1, old?.length ?? 0);
  return Math.max(steps, (pairs + steps) / 2, isNamed && pairs > 0 ? 1 : 0);
}
