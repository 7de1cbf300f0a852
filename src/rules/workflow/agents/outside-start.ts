import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { itemsAt } from '../../../documents/yaml/yaml-node.ts';
import type { Need, RuleContext } from '../../../types.ts';
import { privilegedTriggers, type ReachedTrigger } from '../checkout/privileged-triggers.ts';
import { PRIVILEGED_EVENTS } from '../injection/active-events.ts';
import { type AgentRun, agentRuns } from './agent-runs.ts';

/**
 * How a model comes to work on what an outsider wrote, with the rights of the repository: `anybody` starts it, or
 * `insider` does, over text that an outsider wrote before.
 */
export interface OutsideStart {
  readonly by: 'anybody' | 'insider';
  readonly reached: ReachedTrigger;
}

/** Who can set a model to work; undefined where only people of the repository and what they wrote can. */
export function outsideStart(
  document: WorkflowDocument,
  run: AgentRun,
  context: RuleContext,
): OutsideStart | undefined {
  const all = privilegedTriggers(document, run.job, run.step, context, PRIVILEGED_EVENTS);
  const open = all.find(({ guard }) => guard === 'open');
  if (open && !run.asksWho) return { by: 'anybody', reached: open };
  const invited = all.find((one) => one.guard !== 'closed' && isInvited(one));
  return invited && { by: 'insider', reached: invited };
}

/** An insider starts the run in somebody else's issue or pull request: by a comment, a label or an assignment. */
function isInvited({ trigger }: ReachedTrigger): boolean {
  if (/_comment$|^workflow_run$/.test(trigger.event)) return true;
  return itemsAt(trigger.config, 'types').some(
    (item) => item.type === 'scalar' && /^(labeled|assigned|review_requested|milestoned)$/.test(item.text),
  );
}

/** What must be read to tell who starts the models of a workflow: its callers, and the workflows it runs after. */
export function* startNeeds(document: WorkflowDocument): Generator<Need> {
  const depends = document.view.triggers.some(({ event }) => event === 'workflow_run' || event === 'workflow_call');
  if (depends && agentRuns(document).length > 0) yield { glob: '.github/workflows/*' };
}
