import type { Review } from '../types.ts';
import { count } from './count.ts';
import { groupFindings } from './group-findings.ts';

const NOTHING = 'nothing blocks this merge';

/** The verdict as one short sentence without a full stop: `3 changes block this merge`. */
export function headline(review: Review): string {
  const { blocking, worthALook, waived } = groupFindings(review);
  const blocks = blocking.length === 0 ? '' : blockingWords(review, blocking.length);
  if (review.conclusion === 'action_required' || review.incomplete.length > 0) {
    return blocks === '' ? 'the review is not complete' : `${blocks}, and the review is not complete`;
  }
  if (blocks !== '') {
    return blocks;
  }
  if (worthALook.length > 0) {
    return `nothing blocks, ${count(worthALook.length, 'thing is', 'things are')} worth a look`;
  }
  const lifted = waived.filter(({ waivedBy }) => waivedBy?.by === 'command').length;
  return lifted > 0 ? `nothing blocks, ${count(lifted, 'finding was', 'findings were')} accepted here` : NOTHING;
}

/** Whether the findings that fail the gate stop the merge; a path or a rule can be enforced where the rest is not. */
export function isEnforced(review: Review): boolean {
  return review.mode === 'enforce' || review.conclusion === 'failure';
}

function blockingWords(review: Review, blocking: number): string {
  return isEnforced(review)
    ? `${count(blocking, 'change blocks', 'changes block')} this merge`
    : `${count(blocking, 'change', 'changes')} would block this merge`;
}
