import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { RuleContext } from '../../../types.ts';
import { type Caller, readCallers } from './read-callers.ts';

/** The jobs that call a workflow, of those workflows of the same side that were read. */
export function callersOf(document: WorkflowDocument, context: RuleContext): readonly Caller[] {
  if (!document.view.triggers.some(({ event }) => event === 'workflow_call')) return [];
  return readCallers(context, context.side).callers.get(document.path) ?? [];
}
