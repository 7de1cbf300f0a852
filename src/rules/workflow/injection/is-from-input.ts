import type { DangerousExpression } from './dangerous-expressions.ts';

/** Whether the text comes from whoever calls the file or starts the run by hand: people who may do so. */
export function isFromInput({ taint }: DangerousExpression): boolean {
  return taint.control === 'caller' || taint.control === 'dispatcher';
}
