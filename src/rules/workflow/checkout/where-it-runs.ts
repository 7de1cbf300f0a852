import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Problem, Range } from '../../../types.ts';
import type { OutsideCheckout } from './outside-checkouts.ts';
import type { OutsideCode } from './outside-code.ts';

/** A problem stands where the fetched code is run and points back to the checkout; without such a step, at the checkout. */
export function whereItRuns(
  { code, step, runner }: Pick<OutsideCheckout, 'step' | 'runner'> & { readonly code: Pick<OutsideCode, 'range'> },
  { source, path, side }: WorkflowDocument,
): Pick<Problem, 'range' | 'related'> {
  if (!runner || runner === step) return { range: code.range };
  return {
    range: placeOf(runner, source),
    related: [{ path, side, range: code.range, message: 'The code comes in here.' }],
  };
}

/** The action that a step uses, or the first line of its script. */
function placeOf({ uses, run, node }: Step, source: string): Range {
  if (uses) return uses.node.range;
  if (!run) return node.range;
  const { start, end } = run.contentRange;
  const lineEnd = source.indexOf('\n', start);
  return { start, end: lineEnd < 0 || lineEnd > end ? end : lineEnd };
}
