import type { DangerousExpression } from './dangerous-expressions.ts';

/** Whether a language model writes the text. */
export function isFromModel({ taint }: DangerousExpression): boolean {
  return taint.control === 'model';
}
