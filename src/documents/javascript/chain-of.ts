import type { JsExpression } from './js-expression.ts';

/** `context.payload.issue.title`, for a name and what is asked of it by name. */
export function chainOf(expression: JsExpression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'member') return undefined;
  const of = chainOf(expression.of);
  return of === undefined ? undefined : `${of}.${expression.property}`;
}
