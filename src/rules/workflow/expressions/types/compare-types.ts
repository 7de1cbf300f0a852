import type { Comparison } from '../../../../documents/workflow/expression.ts';
import { closestName } from '../../jobs/closest-name.ts';
import type { Argument } from './function-types.ts';
import { type TypeProblem, WHY } from './type-problem.ts';
import { isCollection, nameOf } from './value-type.ts';

/** What is wrong with a comparison of two values: that it can never hold, or that one side has no order. */
export function comparisonProblem(operator: Comparison, left: Argument, right: Argument): TypeProblem | undefined {
  const kinds = [left.type.kind, right.type.kind];
  if (kinds.includes('any') || kinds.includes('null')) return undefined;
  const isEquality = operator === '==' || operator === '!=';
  if (isCollection(left.type) !== isCollection(right.type))
    return isEquality && asksForPresence(left, right) ? undefined : withCollection(operator, left, right);
  if (!isEquality) return unordered(operator, left, right);
  return (
    booleanWithText(operator, left, right) ??
    booleanWithText(operator, right, left) ??
    otherWord(operator, left, right) ??
    otherWord(operator, right, left)
  );
}

/** The value is one of a few words, and what it is compared with is none of them. */
function otherWord(operator: Comparison, value: Argument, { literal }: Argument): TypeProblem | undefined {
  if (value.type.kind !== 'string' || !value.type.words || typeof literal !== 'string' || literal === '')
    return undefined;
  const { words } = value.type;
  const written = literal.toLowerCase();
  if (words.some((word) => isWord(word.toLowerCase(), written))) return undefined;
  const meant = closestName(literal, words);
  const known = words.map((word) =>
    word.endsWith('*') ? `begins with ${quoted(word.slice(0, -1))}` : `is ${quoted(word)}`,
  );
  return {
    what: `The value is never ${quoted(literal)}: ${quoted(operator)} ${outcome(operator)}.`,
    why: 'GitHub takes any word for what to compare with, and no error says so.',
    remedy: meant ? `Did you mean ${quoted(meant)}?` : `It ${known.join(', or ')}.`,
    severity: 'medium',
    confidence: 'likely',
  };
}

function isWord(word: string, written: string): boolean {
  return word.endsWith('*') ? written.startsWith(word.slice(0, -1)) : word === written;
}

/** `github.event.issue.pull_request != ''`: an object equals nothing, and what is not there equals an empty text. */
function asksForPresence(...sides: readonly Argument[]): boolean {
  return sides.some(({ literal }) => literal === '' || literal === false || literal === 0);
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
