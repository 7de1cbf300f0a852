import { contextPaths, type ExpressionNode } from '../../../documents/workflow/expression.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Confidence, Severity } from '../../../types.ts';
import { expressionAt, type PlacedExpression } from './expressions-of.ts';

type Weight = { readonly severity?: Severity; readonly confidence?: Confidence };

/**
 * How much a value that is always empty weighs where it stands: nothing reads a display name, and a step that asks first
 * whether a row of the matrix has a property is made for rows that have none.
 */
export function weightOfEmpty(expression: PlacedExpression, document: WorkflowDocument): Weight {
  if (isDisplayName(expression.path)) return { severity: 'low' };
  return isAskedFirst(expression, document) ? { severity: 'medium', confidence: 'likely' } : {};
}

function isDisplayName(path: PlacedExpression['path']): boolean {
  const [top] = path;
  if (top === 'run-name') return true;
  return top === 'jobs' && path.at(-1) === 'name' && (path.length === 3 || (path[2] === 'steps' && path.length === 5));
}

function isAskedFirst({ node, path }: PlacedExpression, document: WorkflowDocument): boolean {
  if (path[0] !== 'jobs' || path[2] !== 'steps') return false;
  const condition = expressionAt(document, [...path.slice(0, 4), 'if'])?.node;
  if (!condition) return false;
  const asked = new Set(askedFor(condition).map((one) => one.join('.')));
  return [...contextPaths(node)].some((one) => one[0] === 'matrix' && one.length > 2 && asked.has(one.join('.')));
}

/** What a condition asks for as it is: `matrix.row.setup && always()`. The parser bounds how deep it goes. */
function askedFor(node: ExpressionNode): (readonly string[])[] {
  if (node.kind === 'context') return [node.path];
  if (node.kind === 'not') return askedFor(node.operand);
  return node.kind === 'logical' ? node.operands.flatMap(askedFor) : [];
}
