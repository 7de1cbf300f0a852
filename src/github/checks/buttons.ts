import type { Review } from '../../types.ts';

/** What the buttons of a check ask for. */
export type ButtonId = 'apply-fixes' | 'explain' | 'review-again';

/** GitHub shows at most three; label 20 characters, description 40, identifier 20. */
export interface Button {
  readonly label: string;
  readonly description: string;
  readonly identifier: ButtonId;
}

const APPLY: Button = {
  label: 'Apply safe fixes',
  description: 'Commits them, or shows a patch',
  identifier: 'apply-fixes',
};
const EXPLAIN: Button = {
  label: 'Explain',
  description: 'Why these rules, with examples',
  identifier: 'explain',
};
const AGAIN: Button = {
  label: 'Review again',
  description: 'Reads everything once more',
  identifier: 'review-again',
};

/** The buttons that make sense below a review. */
export function buttonsOf({ findings, change }: Review): readonly Button[] {
  const introduced = findings.filter(({ status }) => status === 'introduced');
  // A merge group's branch is GitHub's own: nobody commits there.
  const fixable = change.number !== undefined && introduced.some(({ fix }) => fix?.safety === 'safe');
  return [...(fixable ? [APPLY] : []), ...(introduced.length > 0 ? [EXPLAIN] : []), AGAIN];
}
