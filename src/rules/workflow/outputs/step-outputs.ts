import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { at } from '../../../documents/yaml/yaml-node.ts';
import type { RuleContext } from '../../../types.ts';
import { knownAction, wordsOf } from '../actions/known-actions.ts';
import { localAction } from '../actions/local-action.ts';

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
  if (step.uses?.kind === 'local') return localOutputs(document, step, context);
  const outputs = step.uses && knownAction(step.uses)?.outputs;
  return outputs === undefined ? undefined : { names: wordsOf(outputs), complete: false, own: false };
}

function localOutputs(document: WorkflowDocument, step: Step, context: RuleContext): StepOutputs | undefined {
  const view = localAction(document, step, context)?.view;
  if (!view) return undefined;
  const outputs = at(view.root, 'outputs');
  const names = outputs?.type === 'map' ? outputs.entries.map(({ key }) => key.text) : [];
  return { names, complete: view.using.toLowerCase() === 'composite', own: true };
}
