import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';

const known = new WeakMap<WorkflowDocument, ReadonlyMap<string, Job>>();

function jobsById(document: WorkflowDocument): ReadonlyMap<string, Job> {
  const jobs = known.get(document) ?? new Map(document.view.jobs.map((one) => [one.id.toLowerCase(), one]));
  known.set(document, jobs);
  return jobs;
}

/** All jobs that a job waits for, directly or through others. */
export function reachedNeeds(document: WorkflowDocument, job: Job): ReadonlySet<Job> {
  const byId = jobsById(document);
  const found = new Set<Job>();
  const open = [job];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const { text } of next.needs) {
      const needed = byId.get(text.toLowerCase());
      if (!needed || found.has(needed)) continue;
      found.add(needed);
      open.push(needed);
    }
  }
  return found;
}
