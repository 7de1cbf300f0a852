import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { scalarsBelow } from '../../../documents/yaml/yaml-node.ts';
import type { RuleContext } from '../../../types.ts';
import { callersOf } from '../callers/callers-of.ts';
import { type OutsideCode, outsideCode } from './outside-code.ts';
import { privilegedTriggers, type ReachedTrigger } from './privileged-triggers.ts';
import { runsFetchedCode } from './runs-fetched-code.ts';

/** Code of an outsider in a job that an outsider starts and that has the repository's rights. */
export interface OutsideCheckout {
  readonly job: Job;
  readonly step: Step;
  readonly code: OutsideCode;
  /** The trigger that guards it least. */
  readonly reached: ReachedTrigger;
  /** The step that runs the code, where one does. */
  readonly runner?: Step;
  /** The job's token can write, or the job is given secrets. */
  readonly powerful: boolean;
}

/** Every place of a workflow where outsiders bring code in, whatever guards it short of keeping it out. */
export function outsideCheckouts(document: WorkflowDocument, context: RuleContext): readonly OutsideCheckout[] {
  const { documents } = context.project[context.side];
  const ofSide = known.get(documents) ?? new WeakMap<WorkflowDocument, readonly OutsideCheckout[]>();
  known.set(documents, ofSide);
  const found = ofSide.get(document) ?? findCheckouts(document, context);
  ofSide.set(document, found);
  return found;
}

/** Half a dozen rules ask the same. The answer depends on the other workflows of the side, too. */
const known = new WeakMap<object, WeakMap<WorkflowDocument, readonly OutsideCheckout[]>>();

function findCheckouts(document: WorkflowDocument, context: RuleContext): OutsideCheckout[] {
  const callers = callersOf(document, context);
  return document.view.jobs.flatMap((job) =>
    job.steps.flatMap((step) => {
      const code = outsideCode({ document, job, step, callers });
      if (!code) return [];
      const reached = privilegedTriggers(document, job, step, context).filter(
        ({ trigger, guard }) => guard !== 'closed' && code.events.includes(trigger.event),
      );
      const worst = reached.find(({ guard }) => guard === 'open') ?? reached[0];
      if (!worst) return [];
      const runner = runsFetchedCode(job, step, code.folder);
      return [{ job, step, code, reached: worst, powerful: isPowerful(document, job), ...(runner ? { runner } : {}) }];
    }),
  );
}

function isPowerful(document: WorkflowDocument, job: Job): boolean {
  const permissions = job.permissions ?? document.view.permissions;
  if (!permissions) return true;
  if (permissions.all === 'write' || permissions.scopes.some(({ level }) => level === 'write')) return true;
  const texts = [...scalarsBelow(job.node), ...scalarsBelow(document.view.env)].map(({ scalar }) => scalar.text);
  return texts.some((text) => /\bsecrets\s*[.[]\s*(?!'?github_token\b)/i.test(text));
}

/** `pull_request_target` as the workflow has it, or as the one that calls it. */
export function triggerName({ trigger, caller }: ReachedTrigger): string {
  return caller ? `${trigger.event} of ${caller.path}` : trigger.event;
}
