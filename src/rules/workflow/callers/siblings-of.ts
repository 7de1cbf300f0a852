import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { RuleContext } from '../../../types.ts';
import { folderOf, readCallers } from './read-callers.ts';

/** All workflows of the repository that a workflow belongs to, itself included, as far as they were read. */
export function siblingsOf(document: WorkflowDocument, context: RuleContext): readonly WorkflowDocument[] {
  if (context.project.isolated) return [document];
  return readCallers(context, context.side).folders.get(folderOf(document.path)) ?? [document];
}
