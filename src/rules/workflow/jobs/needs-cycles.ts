import type { Job } from '../../../documents/workflow/job.ts';

/** The circles in which jobs wait for each other, each from the job that stands first in the file. */
export function needsCycles(jobs: readonly Job[]): Job[][] {
  const byId = new Map(jobs.map((job) => [job.id.toLowerCase(), job]));
  const done = new Set<Job>();
  const cycles: Job[][] = [];

  for (const job of jobs) visit(job, []);
  return cycles;

  function visit(job: Job, trail: readonly Job[]): void {
    const at = trail.indexOf(job);
    if (at >= 0) {
      cycles.push(fromFirst(trail.slice(at), jobs));
      return;
    }
    if (done.has(job)) return;
    for (const { text } of job.needs) {
      const needed = byId.get(text.toLowerCase());
      if (needed) visit(needed, [...trail, job]);
    }
    done.add(job);
  }
}

function fromFirst(cycle: readonly Job[], jobs: readonly Job[]): Job[] {
  const first = Math.min(...cycle.map((job) => jobs.indexOf(job)));
  const at = cycle.findIndex((job) => jobs.indexOf(job) === first);
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}
