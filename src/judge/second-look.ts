import type { Change, DoubtAnswer, DoubtResult, DroppedAnswer, Judge, JudgeNote, JudgeSpending } from '../types.ts';
import { type Anchor, findQuote } from './anchor-quote.ts';
import type { Remark } from './apply-answers.ts';
import { count } from './count.ts';
import { overlap } from './is-told.ts';
import { NO_TOKENS } from './spending.ts';

export interface SecondLook {
  /** The remarks that stand. */
  readonly remarks: readonly Remark[];
  readonly dropped: readonly DroppedAnswer[];
  readonly notes: readonly JudgeNote[];
  readonly spent: JudgeSpending;
}

/**
 * Has a sceptic read the remarks that would be bad if they were true. One is rejected only by code that stands in the
 * change, elsewhere than the remark itself: without a second look, or without such a quote, it stays.
 */
export async function secondLook(judge: Judge, remarks: readonly Remark[], change: Change): Promise<SecondLook> {
  const grave = remarks.filter(({ answer }) => answer.severity === 'critical' || answer.severity === 'high');
  if (grave.length === 0) return { remarks, dropped: [], notes: [], spent: NO_TOKENS };
  const doubted = grave.map(({ item, answer, anchor }, index) => ({
    id: `R${index + 1}`,
    item: item.id,
    quote: answer.quote,
    path: anchor.path,
    because: answer.because,
    scenario: answer.scenario,
  }));
  const result: DoubtResult = (await judge.doubt?.({ remarks: doubted, change })) ?? {
    state: 'failed',
    reason: 'this judge takes none',
    answers: [],
    ...NO_TOKENS,
  };
  const notes = [...(result.notes ?? [])];
  if (result.state === 'failed') {
    const reason = result.reason ?? 'unknown reason';
    notes.push({
      kind: 'failed',
      text: `the second look at ${count(grave.length, 'remark')} came to nothing, so what was said stands: ${reason}`,
    });
  }
  const dropped: DroppedAnswer[] = [];
  const rejected = new Set<Remark>();
  for (const [index, remark] of grave.entries()) {
    const answer = result.answers.find(({ remark: id, verdict }) => id === `R${index + 1}` && verdict === 'rejected');
    if (answer === undefined) continue;
    const against = contradiction(answer, remark.anchor, change);
    if (against === undefined) {
      notes.push({
        kind: 'left-out',
        text: `a remark on ${remark.item.id} stands: the second look rejects it and quotes no code of this change against it`,
      });
      continue;
    }
    rejected.add(remark);
    const place = `${against.path}:${against.startLine}`;
    dropped.push({ item: remark.item.id, reason: `a second look quotes code that contradicts it (${place})` });
  }
  return { remarks: remarks.filter((remark) => !rejected.has(remark)), dropped, notes, spent: result };
}

/** Where the quoted code stands; the line that a remark is about says nothing against it. */
function contradiction({ quote, path }: DoubtAnswer, about: Anchor, change: Change): Anchor | undefined {
  const found = findQuote(quote, path, change);
  if (found.state !== 'found') return undefined;
  const { anchor } = found;
  const isSame = overlap(anchor, about);
  // Code that the change deletes contradicts nothing any more.
  return isSame || anchor.side === 'base' ? undefined : anchor;
}
