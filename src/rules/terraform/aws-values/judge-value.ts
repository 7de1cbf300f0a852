import { nearestWord } from '../../../policy/nearest-word.ts';
import type { Confidence, Severity } from '../../../types.ts';
import { quote, quoteAll } from '../../quote.ts';
import type { Allowed, Form, Words } from './allowed.ts';

/** What is wrong with a value. */
export interface Refused {
  /** What is taken, after "Use". */
  readonly instead: string;
  readonly confidence: Confidence;
  /** Absent: that of the rule. */
  readonly severity?: Severity;
  /** What was meant, where that can be told; `letters`: it is the same but for its letters' case and what stands between them. */
  readonly meant?: { readonly value: string; readonly by: 'letters' | 'likeness' };
}

/** Whether AWS takes a value, which is no empty text; undefined where it does. */
export function judgeValue(value: string, allowed: Allowed): Refused | undefined {
  if ('oneOf' in allowed) return judgeWord(value, allowed);
  if ('form' in allowed) return judgeForm(value, allowed);
  const number = Number(value);
  const { from, to, or } = allowed;
  if (Number.isNaN(number) || (number >= from && number <= to) || number === or) return undefined;
  const range = `a number from ${from} to ${to}`;
  return { instead: or === undefined ? range : `${range}, or ${or}`, confidence: 'certain' };
}

function judgeWord(value: string, { oneOf, anyCase, grows, orForm }: Words): Refused | undefined {
  const isTaken = (one: string) => one === value || (anyCase === true && one.toLowerCase() === value.toLowerCase());
  if (oneOf.some(isTaken) || orForm?.test(value)) return undefined;
  const meant = meantBy(value, oneOf);
  const isSlip = meant?.by === 'letters';
  return {
    instead: meant ? quote(meant.value) : listed(oneOf),
    confidence: isSlip || !grows ? 'certain' : 'likely',
    // What resembles no word that is known here may be one that is newer than this list.
    ...(meant ? { meant } : { severity: 'medium', confidence: grows ? 'heuristic' : 'likely' }),
  };
}

function listed(words: readonly string[]): string {
  if (words.length > 8) return `one of ${quoteAll(words)}`;
  return words
    .map(quote)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ');
}

// No word of a list is as long; likeness takes the product of both lengths.
const LONGEST = 60;

function meantBy(value: string, words: readonly string[]): Refused['meant'] {
  if (value.length > LONGEST) return undefined;
  const same = words.find((one) => bare(one) === bare(value));
  if (same !== undefined) return { value: same, by: 'letters' };
  const next = nextNumber(value, words);
  if (next !== undefined) return { value: next, by: 'likeness' };
  // Among short words everything is like everything.
  if (value.length < 5) return undefined;
  const near = nearestWord(value, words);
  return near === undefined ? undefined : { value: near, by: 'likeness' };
}

/** Of a list of numbers the next larger one. */
function nextNumber(value: string, words: readonly string[]): string | undefined {
  const number = Number(value);
  const numbers = words.map(Number);
  if (Number.isNaN(number) || numbers.some(Number.isNaN)) return undefined;
  return String(numbers.find((one) => one > number) ?? numbers.at(-1));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[-_ .]/g, '');
}

function judgeForm(value: string, allowed: Form): Refused | undefined {
  if (allowed.form.test(value)) return undefined;
  const small = value.trim().toLowerCase();
  return {
    instead: allowed.says,
    confidence: allowed.isMilder ? 'likely' : 'certain',
    ...(small !== value && allowed.form.test(small) ? { meant: { value: small, by: 'letters' as const } } : {}),
  };
}
