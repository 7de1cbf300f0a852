import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import type { Need, RuleContext } from '../../../types.ts';
import { type DangerousExpression, taintedScripts } from './dangerous-expressions.ts';
import { isFromInput } from './is-from-input.ts';
import { type PassedText, passedText } from './passed-text.ts';

/** What a caller in this repository passes into an expression, where outsiders write it. */
export function isPassed(
  document: WorkflowDocument | ActionDocument,
  found: DangerousExpression,
  context: RuleContext,
): PassedText | undefined {
  return isCalled(found) ? passedText(document, found.taint.source.slice('inputs.'.length), context) : undefined;
}

/** The workflows that may call the file, where one of its scripts holds an input. */
export function* passedNeeds(document: WorkflowDocument | ActionDocument): Generator<Need> {
  if (taintedScripts(document).some(({ dangerous }) => dangerous.some(isCalled))) yield { glob: '.github/workflows/*' };
}

function isCalled(found: DangerousExpression): boolean {
  return isFromInput(found) && found.taint.source.startsWith('inputs.');
}
