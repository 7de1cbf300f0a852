import type { Outcome } from '../types.ts';

/** Outcomes as people say them. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  unmet: 'unmet',
  undecided: 'undecided',
  waived: 'waived',
  debt: 'older debt',
  'not-applicable': 'does not apply',
  met: 'met',
  gap: 'gap',
  'no-objection': 'no objection',
  'not-judgeable': 'not judgeable from a pull request',
};
