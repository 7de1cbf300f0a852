import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowView } from '../../../documents/workflow.ts';

/** The job that a path of a workflow leads into; undefined outside of jobs. */
export function jobAt(view: WorkflowView, path: readonly (string | number)[]): Job | undefined {
  const [top, id] = path;
  if (top !== 'jobs') return undefined;
  const jobs = known.get(view) ?? new Map(view.jobs.toReversed().map((job) => [job.id, job]));
  known.set(view, jobs);
  return jobs.get(String(id));
}

/** Asked for with every expression of a file. */
const known = new WeakMap<WorkflowView, ReadonlyMap<string, Job>>();
