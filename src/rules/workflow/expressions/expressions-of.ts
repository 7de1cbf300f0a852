import { type ExpressionNode, expressionsBelow, parseExpression } from '../../../documents/workflow/expression.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { scalarsBelow } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

/** An expression with its place in the file and in the tree. */
export interface PlacedExpression {
  readonly text: string;
  readonly range: Range;
  readonly path: readonly (string | number)[];
  readonly node?: ExpressionNode;
}

/** Every `${{ }}` of a workflow, and every `if:`, which is an expression without the braces too. */
export function expressionsOf(document: WorkflowDocument): readonly PlacedExpression[] {
  const found = known.get(document) ?? readExpressions(document);
  known.set(document, found);
  return found;
}

/** Several rules ask for the same ones. */
const known = new WeakMap<WorkflowDocument, readonly PlacedExpression[]>();

function readExpressions({ source, view }: WorkflowDocument): PlacedExpression[] {
  return [...expressionsBelow(source, view.root), ...bareConditions(view.root)];
}

function bareConditions(root: WorkflowDocument['view']['root']): PlacedExpression[] {
  return [...scalarsBelow(root)].flatMap(({ scalar, path }) => {
    const isCondition = path.at(-1) === 'if' && path[0] === 'jobs' && (path.length === 3 || path.length === 5);
    if (!isCondition || scalar.text.includes('${{') || scalar.text.trim() === '') return [];
    const node = parseExpression(scalar.text);
    return [{ text: scalar.text.trim(), range: scalar.range, path, ...(node ? { node } : {}) }];
  });
}
