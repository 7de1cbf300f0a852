import type { Change, Finding, JudgeAnswer } from '../types.ts';
import { type Anchor, findQuote } from './anchor-quote.ts';
import { isEnglish } from './is-english.ts';
import { isTold } from './is-told.ts';

/** Where an answer stands, or why it does not count. `unplaced`: it may be right, and could be about several places. */
export type PlacedAnswer =
  | { readonly state: 'placed'; readonly anchor: Anchor }
  | { readonly state: 'dropped' | 'unplaced'; readonly reason: string };

/** Whether an objection counts: it names a failure, and quotes one place of what the change does. */
export function placeObjection(answer: JudgeAnswer, change: Change, told: readonly Finding[]): PlacedAnswer {
  if (!isEnglish(`${answer.because} ${answer.scenario}`)) return dropped('it is not in English');
  if (answer.because.trim() === '') return dropped('it does not say what was seen');
  if (answer.scenario.trim() === '') return dropped('it names no failure');
  const placed = placeQuote(answer, change);
  if (placed.state !== 'placed') return placed;
  if (!placed.anchor.changed) return dropped('it is about lines that the change leaves alone');
  return isTold(placed.anchor, told) ? dropped('a rule already speaks of these lines') : placed;
}

/** Whether a proof counts: it quotes one place of the change, or of the lines around it. */
export function placeProof(answer: JudgeAnswer, change: Change): PlacedAnswer {
  if (!isEnglish(answer.because)) return dropped('it is not in English');
  return placeQuote(answer, change);
}

function placeQuote({ quote, path }: JudgeAnswer, change: Change): PlacedAnswer {
  const found = findQuote(quote, path, change);
  switch (found.state) {
    case 'found':
      return { state: 'placed', anchor: found.anchor };
    case 'short':
      return dropped('it quotes too little to tell which lines it is about');
    case 'absent':
      return dropped('what it quotes is not in this change');
    case 'ambiguous':
      return { state: 'unplaced', reason: 'what it quotes stands in several places' };
  }
}

function dropped(reason: string): PlacedAnswer {
  return { state: 'dropped', reason };
}
