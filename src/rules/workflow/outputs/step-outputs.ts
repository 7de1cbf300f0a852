import type { Step } from '../../../documents/workflow/step.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import { at } from '../../../documents/yaml/yaml-node.ts';
import type { RuleContext } from '../../../types.ts';
import { rootsOf } from '../jobs/called-workflow.ts';
import { POPULAR_OUTPUTS } from './popular-outputs.ts';

/** The outputs that a step can have. */
export interface StepOutputs {
  readonly names: readonly string[];
  /** Whether there are surely no others: a composite action passes on what it declares, code may set what it likes. */
  readonly complete: boolean;
  /** The action lies in this repository. */
  readonly own: boolean;
}

/** What the action of a step gives; undefined where a script decides or the action is not known. */
export function stepOutputs(document: WorkflowDocument, step: Step, context: RuleContext): StepOutputs | undefined {
  if (step.uses?.kind === 'local') return localOutputs(document, step.uses.path, context);
  if (step.uses?.kind !== 'repository') return undefined;
  const name = [step.uses.repository, step.uses.path].filter(Boolean).join('/').toLowerCase();
  const names = Object.hasOwn(POPULAR_OUTPUTS, name) ? POPULAR_OUTPUTS[name] : undefined;
  return names && { names, complete: false, own: false };
}

/** The files in which an action of this repository may be described. */
export function actionFiles(folder: string): readonly string[] {
  const prefix = folder === '' || folder === '.' ? '' : `${folder}/`;
  return [`${prefix}action.yml`, `${prefix}action.yaml`];
}

function localOutputs(document: WorkflowDocument, folder: string, context: RuleContext): StepOutputs | undefined {
  const files = rootsOf(document.path).flatMap((root) => actionFiles(folder).map((file) => `${root}${file}`));
  const action = files.map((file) => context.document(file)).find((found) => found?.kind === 'action');
  if (action?.view === undefined) return undefined;
  const { view } = action as ActionDocument;
  const outputs = at(view.root, 'outputs');
  const names = outputs?.type === 'map' ? outputs.entries.map(({ key }) => key.text) : [];
  return { names, complete: view.using.toLowerCase() === 'composite', own: true };
}
