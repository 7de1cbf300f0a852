import type { Step } from '../../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import type { Need, RuleContext } from '../../../types.ts';
import { rootsOf } from '../jobs/called-workflow.ts';

/** The files in which an action of this repository may be described. */
export function actionFiles(folder: string): readonly string[] {
  const prefix = folder === '' || folder === '.' ? '' : `${folder}/`;
  return [`${prefix}action.yml`, `${prefix}action.yaml`];
}

/** Files that describe the actions of this repository that the steps of a file call. */
export function* localActionNeeds(document: WorkflowDocument | ActionDocument): Generator<Need> {
  for (const { step } of stepsOf(document)) {
    if (step.uses?.kind !== 'local') continue;
    for (const path of actionFiles(step.uses.path)) yield { path };
  }
}

/** The action of this repository that a step calls; undefined where it lies elsewhere or was not read. */
export function localAction(
  document: WorkflowDocument | ActionDocument,
  step: Step,
  context: RuleContext,
): ActionDocument | undefined {
  if (step.uses?.kind !== 'local') return undefined;
  for (const file of filesFor(document, step.uses.path)) {
    const found = context.document(file);
    if (found?.kind === 'action' && found.view !== undefined) return found as ActionDocument;
  }
  return undefined;
}

/** Where the description of a local action may lie, seen from a file that calls it. */
function filesFor(document: WorkflowDocument | ActionDocument, folder: string): readonly string[] {
  return rootsOf(document.path).flatMap((root) => actionFiles(folder).map((file) => `${root}${file}`));
}
