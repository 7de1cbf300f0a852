import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { RuleContext, Side } from '../../../types.ts';
import { readCallers } from './read-callers.ts';

/** Every workflow of a side that was read and parsed; the side is that of the context unless another is named. */
export function workflowsOf(context: RuleContext, side: Side = context.side): readonly WorkflowDocument[] {
  return readCallers(context, side).workflows;
}
