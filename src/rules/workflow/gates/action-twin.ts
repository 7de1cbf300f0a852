import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import type { RuleContext, Side } from '../../../types.ts';

/** The other name of an action's file: GitHub takes `action.yml` before `action.yaml`. */
export function actionTwin({ kind, path }: ActionDocument | WorkflowDocument): string | undefined {
  if (kind !== 'action') return undefined;
  const twin = path.replace(/action\.(ya?ml)$/, (_, end: string) => `action.${end === 'yml' ? 'yaml' : 'yml'}`);
  return twin === path ? undefined : twin;
}

/** The action of a side that stood, or stands, in the same folder under the other name. */
export function twinAction(document: ActionDocument, side: Side, { project }: RuleContext): ActionDocument | undefined {
  const twin = actionTwin(document);
  if (!twin) return undefined;
  const changed = project.change.files.some(({ path }) => path === twin);
  // A file that the change does not touch is the same on both sides, and may have been read on one.
  const found =
    project[side].documents.get(twin) ??
    (changed ? undefined : project[side === 'base' ? 'head' : 'base'].documents.get(twin));
  return found?.kind === 'action' && found.view !== undefined ? (found as ActionDocument) : undefined;
}
