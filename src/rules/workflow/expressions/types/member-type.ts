import { quote, quoteAll } from '../../../quote.ts';
import { closestName } from '../../jobs/closest-name.ts';
import { type TypeProblem, WHY } from './type-problem.ts';
import { ANY, commonType, nameOf, type ValueType } from './value-type.ts';

/**
 * The type of a property, element (`0`), all of them (`*`) or one that is computed (`[]`); a problem where there can be
 * none. `written` is the expression up to there.
 */
export function* memberType(type: ValueType, step: string, written: string): Generator<TypeProblem, ValueType> {
  if (type.kind === 'any' || type.kind === 'null') return step === '*' ? { kind: 'array', of: ANY, star: true } : ANY;
  if (type.kind === 'array') return yield* elementType(type, step, written);
  if (type.kind === 'object') return yield* propertyType(type, step, written);
  yield {
    what: `${quote(written)} is ${nameOf(type)} and has no ${step === '*' || step === '[]' ? 'properties' : quote(step)}.`,
    why: WHY.empty,
    remedy:
      type.kind === 'string' ? `If it holds JSON, read it with ${quote(`fromJSON(${written})`)}.` : 'Correct the name.',
  };
  return ANY;
}

function* elementType(
  type: Extract<ValueType, { kind: 'array' }>,
  step: string,
  written: string,
): Generator<TypeProblem, ValueType> {
  if (type.star) {
    if (/^(\d+|\*|\[\])$/.test(step)) return ANY;
    return { kind: 'array', of: yield* memberType(type.of, step, written), star: true };
  }
  if (step === '*') return { ...type, star: true };
  if (step === '[]' || /^\d+$/.test(step)) return type.of;
  yield {
    what: `${quote(written)} is a list and has no ${quote(step)}.`,
    why: WHY.empty,
    remedy: `Take an element, ${quote(`${written}[0]`)}, or ${quote(`${step}`)} of all of them, ${quote(`${written}.*.${step}`)}.`,
  };
  return ANY;
}

function* propertyType(
  type: Extract<ValueType, { kind: 'object' }>,
  step: string,
  written: string,
): Generator<TypeProblem, ValueType> {
  const { properties, rest, own } = type;
  if (step === '*')
    return { kind: 'array', of: commonType([...properties.values(), ...(rest ? [rest] : [])]), star: true };
  if (step === '[]') return ANY;
  const known = properties.get(step) ?? (isNumbered(step, written) ? undefined : rest);
  if (known) return known;
  const names = [...properties.keys()];
  const meant = closestName(step, names);
  yield {
    what: `${quote(written)} is an object and has no ${quote(step)}.`,
    why: WHY.empty,
    remedy: meant
      ? `Did you mean ${quote(meant)}?`
      : names.length > 0
        ? `It has ${quoteAll(names)}.`
        : 'Name a property.',
    // Contexts grow: only what resembles a known property is surely a slip.
    ...(meant || own || isNumbered(step, written) ? {} : { severity: 'low', confidence: 'heuristic' }),
  };
  return ANY;
}

/** No name in a context begins with a digit: jobs, steps, inputs, variables and secrets cannot be called so. */
function isNumbered(step: string, written: string): boolean {
  return /^\d+$/.test(step) && /^(env|vars|secrets|steps|needs|jobs|inputs)$/.test(written);
}
