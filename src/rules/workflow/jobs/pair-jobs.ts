import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';

export interface JobPair {
  readonly before: Job;
  readonly after: Job;
}

/** The jobs that stand on both sides: by id, else a renamed one that has most of the steps. */
export function pairJobs(base: WorkflowDocument, head: WorkflowDocument): JobPair[] {
  const taken = new Set<Job>();
  const pairs: JobPair[] = [];
  for (const before of base.view.jobs) {
    const same = head.view.jobs.find(({ id }) => id === before.id);
    if (!same) continue;
    taken.add(same);
    pairs.push({ before, after: same });
  }
  const kept = new Set(pairs.map(({ before }) => before));
  for (const before of base.view.jobs) {
    if (kept.has(before)) continue;
    const after = head.view.jobs.find((job) => !taken.has(job) && isRenamed(before, job));
    if (!after) continue;
    taken.add(after);
    pairs.push({ before, after });
  }
  return pairs;
}

function isRenamed(before: Job, after: Job): boolean {
  if (before.name !== undefined && before.name === after.name) return true;
  if (before.steps.length === 0) return before.uses !== undefined && before.uses.raw === after.uses?.raw;
  return before.steps.length > 1 && sharedSteps(before, after) * 2 > before.steps.length;
}

/** How many steps of a job another one has. */
export function sharedSteps(before: Job, after: Job): number {
  const keys = new Set(after.steps.map(({ key }) => key));
  return before.steps.filter(({ key }) => keys.has(key)).length;
}

/** The steps that stand on both sides: by address, else the only one that runs the same action or program. */
export function pairSteps(
  before: readonly Step[],
  after: readonly Step[],
): { readonly before: Step; readonly after: Step }[] {
  const pairs: { before: Step; after: Step }[] = [];
  const taken = new Set<Step>();
  const open: Step[] = [];
  for (const step of before) {
    const same = after.find((other) => other.key === step.key && !taken.has(other));
    if (!same) open.push(step);
    else {
      taken.add(same);
      pairs.push({ before: step, after: same });
    }
  }
  for (const step of open) {
    const alike = after.filter((other) => !taken.has(other) && doing(other) !== '' && doing(other) === doing(step));
    if (alike.length !== 1 || !alike[0]) continue;
    taken.add(alike[0]);
    pairs.push({ before: step, after: alike[0] });
  }
  return pairs;
}

function doing(step: Step): string {
  if (step.uses) return step.uses.kind === 'repository' ? `${step.uses.repository}/${step.uses.path}` : step.uses.raw;
  const [first = ''] = (step.run?.text ?? '').trim().split('\n');
  return first
    .split(/\s+/)
    .filter((word) => !word.startsWith('-'))
    .slice(0, 2)
    .join(' ');
}
