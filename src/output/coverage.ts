import type { Outcome, PersonaReview } from '../types.ts';

/** How far a persona got with its checklist: `31 of 44 items answered, 4 unmet, 3 undecided`. */
export function coverage(persona: PersonaReview): string {
  const tally = (outcome: Outcome) => persona.verdicts.filter((verdict) => verdict.outcome === outcome).length;
  const applicable = persona.verdicts.length - tally('not-applicable');
  if (applicable === 0) {
    return 'no item applies to this change';
  }
  const answered = applicable - tally('undecided') - tally('not-judgeable');
  const rest = [`${tally('unmet')} unmet`];
  if (tally('waived') > 0) {
    rest.push(`${tally('waived')} waived`);
  }
  if (tally('undecided') > 0) {
    rest.push(`${tally('undecided')} undecided`);
  }
  if (tally('not-judgeable') > 0) {
    rest.push(`${tally('not-judgeable')} not judgeable from a pull request`);
  }
  return `${answered} of ${applicable} items answered, ${rest.join(', ')}`;
}
