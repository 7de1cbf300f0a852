import type { HclValue } from './evaluate.ts';

type Numeric = (left: number, right: number) => HclValue | undefined;

const NUMERIC: Readonly<Record<string, Numeric>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? undefined : left / right),
  '%': (left, right) => (right === 0 ? undefined : left % right),
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** One operand: `!x`, `-x`. Two: the rest. `undefined` where Terraform would refuse, or we cannot tell. */
export function applyOperator(operator: string, left: HclValue | undefined, right?: HclValue): HclValue | undefined {
  if (right === undefined) return applyUnary(operator, left);
  if (operator === '==') return same(left, right);
  if (operator === '!=') return negate(same(left, right));
  if (operator === '&&' || operator === '||') return applyLogical(operator, left, right);
  const apply = NUMERIC[operator];
  return apply && typeof left === 'number' && typeof right === 'number' ? apply(left, right) : undefined;
}

function applyUnary(operator: string, value: HclValue | undefined): HclValue | undefined {
  if (operator === '!' && typeof value === 'boolean') return !value;
  if (operator === '-' && typeof value === 'number') return -value;
  return undefined;
}

function applyLogical(operator: '&&' | '||', left: HclValue | undefined, right: HclValue): boolean | undefined {
  if (typeof left !== 'boolean' || typeof right !== 'boolean') return undefined;
  return operator === '&&' ? left && right : left || right;
}

/** Collections are left to Terraform: their equality depends on types that the text does not show. */
function same(left: HclValue | undefined, right: HclValue): boolean | undefined {
  const comparable = (value: HclValue | undefined) => value === null || typeof value !== 'object';
  return left !== undefined && comparable(left) && comparable(right) ? left === right : undefined;
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
