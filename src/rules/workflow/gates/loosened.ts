import type { Range } from '../../../types.ts';
import type { Outcome } from '../shell-runs/gate-outcome.ts';
import type { Gate } from './gate-signs.ts';
import type { ScriptLine } from './script-lines.ts';

/** One place of a script where a failure no longer counts, and what stood there before. */
export interface Loosened {
  readonly range: Range;
  /** What makes it so: `|| true`, `--exit-zero`. */
  readonly by: string;
  readonly command: string;
  readonly gate: Gate;
  readonly outcome: Outcome;
  /** The base's line; absent for a line that is new. */
  readonly before?: ScriptLine;
  readonly certain: boolean;
  /** Putting the base's line here, or taking this one out, is all there is to do. */
  readonly isWhole?: boolean;
  /** `by` is what is missing now. */
  readonly isGone?: boolean;
  /** The script is as it was: another shell runs it. */
  readonly isShell?: boolean;
}

/** What a line starts: the words before the first option. */
export function programOf(text: string): string {
  const words = text
    .replace(/^(\w+=\S* )+/, '')
    .replace(/^(sudo|time|exec) /, '')
    .split(' ');
  return words
    .slice(
      0,
      /^(python3?|npx|uv|poetry|pipenv|npm|yarn|pnpm|make|go|cargo|docker|dvc|terraform|bash|sh)$/.test(words[0] ?? '')
        ? 3
        : 1,
    )
    .filter((word) => !word.startsWith('-'))
    .join(' ');
}
