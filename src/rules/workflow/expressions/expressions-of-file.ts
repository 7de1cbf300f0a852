import { expressionsBelow } from '../../../documents/workflow/expression.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import type { Range } from '../../../types.ts';
import { expressionsOf, type PlacedExpression } from './expressions-of.ts';

/** Every `${{ }}` and every `if:` of a workflow, every `${{ }}` of an action; what an alias repeats counts once. */
export function expressionsOfFile(document: WorkflowDocument | ActionDocument): readonly PlacedExpression[] {
  const found = known.get(document) ?? readExpressions(document);
  known.set(document, found);
  return found;
}

const known = new WeakMap<WorkflowDocument | ActionDocument, readonly PlacedExpression[]>();

function readExpressions(document: WorkflowDocument | ActionDocument): readonly PlacedExpression[] {
  const all = document.kind === 'workflow' ? expressionsOf(document) : ofAction(document);
  const starts = new Set<number>();
  return all.filter(({ range }) => starts.size !== starts.add(range.start).size);
}

function ofAction({ source, view }: ActionDocument): readonly PlacedExpression[] {
  return expressionsBelow(source, view.root).map(({ text, range, path, scalar, node }) => ({
    text,
    range,
    path,
    whole: /^\$\{\{[\s\S]*\}\}$/.test(scalar.text) && scalar.text.indexOf('${{', 3) < 0,
    ...(node ? { node } : {}),
  }));
}

/** The structural address of a place: its step, else its job; empty where it stands in neither. */
export function addressOf(document: WorkflowDocument | ActionDocument, { start }: Range): string {
  const holds = (range: Range) => range.start <= start && start < range.end;
  const step = stepsOf(document).find(({ step: { node } }) => holds(node.range));
  if (step || document.kind === 'action') return step?.key ?? '';
  return document.view.jobs.find(({ node }) => holds(node.range))?.id ?? '';
}
