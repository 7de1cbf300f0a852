import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { RuleContext } from '../../../types.ts';
import { callersOf } from './callers-of.ts';
import type { Caller } from './read-callers.ts';

/** The jobs that call a workflow and are no part of the change, so that nothing is said of them with their own file. */
export function untouchedCallers(document: WorkflowDocument, context: RuleContext): readonly Caller[] {
  const callers = callersOf(document, context);
  if (callers.length === 0) return [];
  const touched = new Set(context.project.change.files.map(({ path }) => path));
  return callers.filter((caller) => !touched.has(caller.document.path));
}
