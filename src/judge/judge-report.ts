import type { DroppedAnswer, JudgeNote, JudgeReport, JudgeResult } from '../types.ts';
import type { AppliedAnswers } from './apply-answers.ts';
import { fileName } from './number-hunks.ts';
import type { SecondLook } from './second-look.ts';
import { totalSpent } from './spending.ts';

interface ReportInput {
  readonly results: readonly JudgeResult[];
  readonly applied: readonly AppliedAnswers[];
  readonly second: SecondLook;
  /** Of the remarks that counted at first. */
  readonly dropped: readonly DroppedAnswer[];
  readonly withheld: readonly string[];
}

/** More names than this are counted. */
const MAX_NAMES = 10;

/** What asking came to: what was judged, what was not and why, and what it cost. */
export function judgeReport({ results, applied, second, dropped, withheld }: ReportInput): JudgeReport {
  const withheldNote: JudgeNote[] =
    withheld.length === 0
      ? []
      : [{ kind: 'left-out', text: `withheld by judge.allow and judge.deny: ${names(withheld)}` }];
  const [first] = results;
  if (first === undefined) {
    const reason = 'no item that a model may judge was left open';
    return { state: 'skipped', reason, ...totalSpent([]), unplaced: [], notes: withheldNote };
  }
  const answered = results.filter(({ state }) => state === 'ran');
  const whole = answered.length === results.length && answered.every(({ unasked = [] }) => unasked.length === 0);
  const reason = results.find(({ reason: one }) => one !== undefined)?.reason;
  const notes = [...results.flatMap((result) => result.notes ?? []), ...second.notes, ...withheldNote];
  return {
    state: answered.length === 0 ? 'failed' : whole ? 'ran' : 'partial',
    model: (answered[0] ?? first).model,
    ...(reason === undefined ? {} : { reason }),
    ...totalSpent([...results, second.spent]),
    unplaced: [...new Set(applied.flatMap((one) => one.unplaced))],
    dropped: [...applied.flatMap((one) => one.dropped), ...dropped],
    notes: [...new Map(notes.map((note) => [note.text, note])).values()],
  };
}

function names(paths: readonly string[]): string {
  const more = paths.length - MAX_NAMES;
  return `${paths.slice(0, MAX_NAMES).map(fileName).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}
