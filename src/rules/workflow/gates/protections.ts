import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf, isTrue, scalarsBelow } from '../../../documents/yaml/yaml-node.ts';
import type { RuleContext } from '../../../types.ts';
import { reachedNeeds } from '../jobs/reached-needs.ts';
import { constantText } from './constant-truth.ts';
import { runsAnyway } from './runs-anyway.ts';

/** The environment of a job as GitHub reads it: the name, `''` for none, undefined where the run decides. */
export function environmentName({ environment }: Job): string | undefined {
  return environment ? constantText(environment.name) : '';
}

/** Whether an environment of this name still stands in front of a job: in one it waits for, or in what it calls. */
export function protectedElsewhere(
  head: WorkflowDocument,
  job: Job,
  name: string,
  context: RuleContext,
): boolean | 'unknown' {
  const needed = neededEnvironments(head, job).map((one) => constantText(one.environment?.name ?? ''));
  if (needed.some((one) => isSame(one, name))) return true;
  if (job.uses) return inCalled(job, name, context);
  return needed.includes(undefined) ? 'unknown' : false;
}

/** GitHub does not tell names apart that differ in their case only. */
export function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}

/** The jobs with an environment that must have succeeded before this one runs. */
function neededEnvironments(head: WorkflowDocument, job: Job): Job[] {
  return [...reachedNeeds(head, job)].filter(
    (one) => one.environment !== undefined && !isTrue(one.continueOnError) && !runsAnyway(job, one.id),
  );
}

function inCalled(job: Job, name: string, context: RuleContext): boolean | 'unknown' {
  const inputs = [...scalarsBelow(entryOf(job.node, 'with')?.value)];
  if (inputs.some(({ scalar }) => mentions(scalar.text, name))) return true;
  const called = job.uses?.kind === 'local' ? context.document(job.uses.path) : undefined;
  if (called?.kind !== 'workflow' || called.view === undefined) return 'unknown';
  const names = (called as WorkflowDocument).view.jobs.map(environmentName);
  if (names.some((one) => isSame(one, name))) return true;
  return names.includes(undefined) ? 'unknown' : false;
}

/** A name, or an expression that may give it. */
export function mentions(text: string, name: string): boolean {
  return (
    text === name ||
    constantText(text) === name ||
    (text.includes('${{') && text.includes(`'${name}'`) && constantText(text) === undefined)
  );
}
