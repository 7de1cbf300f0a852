import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { RuleContext } from '../../../types.ts';

/** A job of another workflow that calls this one. */
export interface Caller {
  readonly document: WorkflowDocument;
  readonly job: Job;
}

/** The jobs that call a workflow, of those workflows of the same side that were read. */
export function callersOf(document: WorkflowDocument, context: RuleContext): Caller[] {
  if (!document.view.triggers.some(({ event }) => event === 'workflow_call')) return [];
  return workflowsOf(context).flatMap((caller) =>
    caller.view.jobs
      .filter(({ uses }) => uses?.kind === 'local' && `${rootOf(caller.path)}${uses.path}` === document.path)
      .map((job) => ({ document: caller, job })),
  );
}

/** Every workflow of the side that was read and parsed. */
export function workflowsOf(context: RuleContext): WorkflowDocument[] {
  const { documents } = context.project[context.side];
  return [...documents.values()].filter(
    (one): one is WorkflowDocument => one.kind === 'workflow' && one.view !== undefined,
  );
}

/** The folder of the repository: not empty where a folder of several repositories is scanned. */
function rootOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('.github/')));
}
