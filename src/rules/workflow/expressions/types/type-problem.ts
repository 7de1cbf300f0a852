import type { Confidence, Severity } from '../../../../types.ts';

/** What is wrong with the types in an expression; the finding adds where. */
export interface TypeProblem {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
}

/** Sentences that several problems share. */
export const WHY = {
  empty: 'GitHub fills in nothing: a condition is false, a script gets an empty string, and no error says so.',
  word: 'GitHub fills in the word `Object` or `Array`, and no error says so.',
  never: 'GitHub compares values of different types as numbers, and a text that is no number equals nothing.',
  fails: 'GitHub takes no value of another type there: the run ends with `Unexpected value`.',
} as const;
