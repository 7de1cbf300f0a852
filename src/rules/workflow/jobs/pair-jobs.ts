import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { isBesideCommand } from '../gates/gate-signs.ts';

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
    const alike = head.view.jobs.filter((job) => !taken.has(job) && isRenamed(before, job));
    const [after] = alike.sort((a, b) => sharedWork(before, b) - sharedWork(before, a));
    if (!after) continue;
    taken.add(after);
    pairs.push({ before, after });
  }
  return pairs;
}

function isRenamed(before: Job, after: Job): boolean {
  if (before.name !== undefined && before.name === after.name) return true;
  if (before.steps.length === 0) return before.uses !== undefined && before.uses.raw === after.uses?.raw;
  if (before.steps.length > 1 && sharedSteps(before, after) * 2 > before.steps.length) return true;
  const work = before.steps.filter((step) => !isPreparation(step));
  return work.length > 0 && sharedWork(before, after) * 2 > work.length;
}

/** Steps that most jobs begin with: they tell nothing of what a job is for. */
const PREPARATION = /^actions\/(checkout|cache|setup-[\w-]+|upload-artifact|download-artifact)$/i;

function isPreparation({ uses }: Step): boolean {
  return uses?.kind === 'repository' && PREPARATION.test(uses.repository);
}

/** How much of what a job is for another one does, whatever the steps are called there. */
function sharedWork(before: Job, after: Job): number {
  const [old, now] = [before, after].map(({ steps }) => steps.filter((step) => !isPreparation(step)));
  return pairSteps(old ?? [], now ?? []).length;
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

const known = new WeakMap<Step, string>();

function doing(step: Step): string {
  const earlier = known.get(step);
  if (earlier !== undefined) return earlier;
  const found = readDoing(step);
  known.set(step, found);
  return found;
}

function readDoing(step: Step): string {
  if (step.uses) return step.uses.kind === 'repository' ? `${step.uses.repository}/${step.uses.path}` : step.uses.raw;
  const lines = (step.run?.text ?? '').trim().split('\n');
  // Installing and fetching come first in scripts that have nothing else in common.
  const telling = lines.find((line) => line.trim() !== '' && !line.startsWith('#') && !isBesideCommand(line.trim()));
  return (telling ?? lines[0] ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => !word.startsWith('-'))
    .slice(0, 2)
    .join(' ');
}
