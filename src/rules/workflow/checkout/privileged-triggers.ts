import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { Trigger, WorkflowDocument } from '../../../documents/workflow.ts';
import { itemsAt } from '../../../documents/yaml/yaml-node.ts';
import type { RuleContext } from '../../../types.ts';
import { callersOf } from '../callers/callers-of.ts';
import { workflowsOf } from '../callers/workflows-of.ts';
import { type Guard, guardOf, guardOfIf } from './guard-of.ts';

/** Events that outsiders raise and that run with the rights and secrets of the repository. */
const PRIVILEGED = new Set(['pull_request_target', 'issue_comment', 'workflow_run']);

export interface ReachedTrigger {
  readonly trigger: Trigger;
  readonly guard: Guard;
  /** The workflow that calls this one, where the trigger is its. */
  readonly caller?: WorkflowDocument;
}

/**
 * The privileged triggers under which a step runs, its callers' included, and what guards it under each. `events` says
 * which triggers count: without it those that can bring code in.
 */
export function privilegedTriggers(
  document: WorkflowDocument,
  job: Job,
  step: Step,
  context: RuleContext,
  events: ReadonlySet<string> = PRIVILEGED,
): readonly ReachedTrigger[] {
  const counts = (trigger: Trigger) => events.has(trigger.event) && !startedByTrusted(trigger, context);
  const own = document.view.triggers
    .filter(counts)
    .map((trigger) => ({ trigger, guard: guardOf(document, job, step, trigger) }));
  return [...own, ...fromCallers(document, job, step, context, counts)];
}

function fromCallers(
  document: WorkflowDocument,
  job: Job,
  step: Step,
  context: RuleContext,
  counts: (trigger: Trigger) => boolean,
): ReachedTrigger[] {
  return callersOf(document, context).flatMap((caller) =>
    caller.document.view.triggers.filter(counts).map((trigger) => {
      const guards = [guardOf(document, job, step, trigger), guardOfCaller(caller.document, caller.job, trigger)];
      return { trigger, guard: strongest(guards), caller: caller.document };
    }),
  );
}

function guardOfCaller(caller: WorkflowDocument, calling: Job, trigger: Trigger): Guard {
  const none: Step = { key: '', index: 0, node: calling.node };
  return strongest([guardOfIf(calling.if?.text, trigger), guardOf(caller, calling, none, trigger)]);
}

function strongest(guards: readonly Guard[]): Guard {
  if (guards.includes('closed')) return 'closed';
  return guards.includes('reviewed') ? 'reviewed' : 'open';
}

/** A `workflow_run` whose named workflows all are here and never run for pull requests. */
function startedByTrusted({ event, config }: Trigger, context: RuleContext): boolean {
  if (event !== 'workflow_run') return false;
  const names = itemsAt(config, 'workflows').flatMap((item) => (item.type === 'scalar' ? [item.text] : []));
  const known = names.map((name) => workflowsOf(context).filter(({ view, path }) => (view.name ?? path) === name));
  return (
    names.length > 0 &&
    known.every((found) => found.length === 1) &&
    known
      .flat()
      .every(
        ({ view }) => !view.triggers.some((one) => /^(pull_request|issue|discussion|workflow_run)/.test(one.event)),
      )
  );
}
