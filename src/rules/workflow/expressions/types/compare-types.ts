import type { Comparison } from '../../../../documents/workflow/expression.ts';
import type { Argument } from './function-types.ts';
import { type TypeProblem, WHY } from './type-problem.ts';
import { isCollection, nameOf } from './value-type.ts';

/** What is wrong with a comparison of two values: that it can never hold, or that one side has no order. */
export function comparisonProblem(operator: Comparison, left: Argument, right: Argument): TypeProblem | undefined {
  const kinds = [left.type.kind, right.type.kind];
  if (kinds.includes('any') || kinds.includes('null')) return undefined;
  const isEquality = operator === '==' || operator === '!=';
  if (isCollection(left.type) !== isCollection(right.type)) return withCollection(operator, left, right);
  if (!isEquality) return unordered(operator, left, right);
  return booleanWithText(operator, left, right) ?? booleanWithText(operator, right, left);
}

function outcome(operator: Comparison): string {
  return operator === '!=' ? 'always holds' : 'never holds';
}

function withCollection(operator: Comparison, left: Argument, right: Argument): TypeProblem {
  return {
    what: `${nameOf(left.type)} is compared with ${nameOf(right.type)}: ${quoted(operator)} ${outcome(operator)}.`.replace(
      /^a/,
      'A',
    ),
    why: 'GitHub compares no objects and lists with single values, and no error says so.',
    remedy: 'Compare a property, or ask `contains(list, value)`.',
  };
}

function unordered(operator: Comparison, left: Argument, right: Argument): TypeProblem | undefined {
  if (left.type.kind !== 'boolean' && right.type.kind !== 'boolean') return undefined;
  return {
    what: `A boolean is compared by ${quoted(operator)}.`,
    why: 'GitHub counts `false` as 0 and `true` as 1, so the answer is the same for every other number.',
    remedy: 'Use the boolean itself, or declare the value as a number.',
    severity: 'medium',
  };
}

/** `true == 'true'` is false: the text becomes a number, which it is not. */
function booleanWithText(operator: Comparison, boolean: Argument, text: Argument): TypeProblem | undefined {
  if (boolean.type.kind !== 'boolean' || text.type.kind !== 'string') return undefined;
  const written = text.literal;
  if (typeof written === 'string' && (written === '' || !Number.isNaN(Number(written)))) return undefined;
  if (typeof written !== 'string' && typeof boolean.literal !== 'boolean') return undefined;
  return {
    what: `A boolean is compared with a text: ${quoted(operator)} ${outcome(operator)}.`,
    why: WHY.never,
    remedy:
      typeof written === 'string'
        ? 'Leave the comparison out, or compare with `true` or `false` without quotes.'
        : `Compare with the text, ${quoted(`'${String(boolean.literal)}'`)}.`,
    // The text may be `1` or nothing at all.
    ...(typeof written === 'string' ? { confidence: 'likely' } : { severity: 'medium', confidence: 'likely' }),
  };
}

function quoted(text: string): string {
  return `\`${text}\``;
}
