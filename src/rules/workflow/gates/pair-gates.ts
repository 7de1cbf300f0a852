import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import { pairJobs, pairSteps } from '../jobs/pair-jobs.ts';
import { gateSignatures } from './gate-signatures.ts';

/** A step, and the job it belongs to; absent in an action. */
export interface PlacedStep {
  readonly step: Step;
  readonly job?: Job;
}

export interface GatePair {
  readonly before: PlacedStep;
  readonly after: PlacedStep;
}

type Subject = WorkflowDocument | ActionDocument;

/** The steps that stand on both sides: in the same job by their address, else, wherever they went, by the check they make. */
export function pairGates(base: Subject, head: Subject): GatePair[] {
  const pairs = sameJobs(base, head).flatMap(({ before, after }) =>
    pairSteps(stepsIn(base, before), stepsIn(head, after)).map((pair) => ({
      before: { step: pair.before, ...(before ? { job: before } : {}) },
      after: { step: pair.after, ...(after ? { job: after } : {}) },
    })),
  );
  return [...pairs, ...moved(base, head, pairs)];
}

function sameJobs(base: Subject, head: Subject): { readonly before?: Job; readonly after?: Job }[] {
  if (base.kind === 'workflow' && head.kind === 'workflow') return pairJobs(base, head);
  return base.kind === 'action' && head.kind === 'action' ? [{}] : [];
}

function stepsIn(document: Subject, job: Job | undefined): readonly Step[] {
  return job?.steps ?? (document.kind === 'action' ? document.view.steps : []);
}

/** Checks whose step, or job, has another name now. */
function moved(base: Subject, head: Subject, pairs: readonly GatePair[]): GatePair[] {
  const old = new Set(pairs.map(({ before }) => before.step));
  if (stepsOf(base).every(({ step }) => old.has(step))) return [];
  const now = new Set(pairs.map(({ after }) => after.step));
  const left = gateSignatures(base).filter(({ step }) => !old.has(step));
  const open = gateSignatures(head).filter(({ step }) => !now.has(step));
  return left.flatMap((one): GatePair[] => {
    if (old.has(one.step)) return [];
    const found = open.find(({ step, signature }) => !now.has(step) && signature === one.signature);
    if (!found) return [];
    old.add(one.step);
    now.add(found.step);
    return [{ before: placed(base, one), after: placed(head, found) }];
  });
}

function placed(document: Subject, { step, job }: { readonly step: Step; readonly job?: string }): PlacedStep {
  const own = document.kind === 'workflow' ? document.view.jobs.find(({ id }) => id === job) : undefined;
  return { step, ...(own ? { job: own } : {}) };
}
