import type { CommentableHunk } from '../change/commentable-lines.ts';
import type { InlineComment, Location } from '../types.ts';
import type { Suggestion } from './suggestion.ts';

/** Comments on more lines than this hide the code they are about. */
const MAX_LINES = 12;

export type Place = Pick<InlineComment, 'side' | 'startLine' | 'line'>;

/** Where a comment can stand, by the rules of GitHub: inside one hunk. Undefined: it goes to the summary. */
export function placeFinding(location: Location, hunks: readonly CommentableHunk[]): Place | undefined {
  const side = location.side === 'head' ? 'RIGHT' : 'LEFT';
  const hunk = hunks.find(({ right, left }) => (side === 'RIGHT' ? right : left).has(location.startLine));
  if (!hunk) return undefined;
  const lines = side === 'RIGHT' ? hunk.right : hunk.left;
  let end = location.startLine;
  while (end < location.endLine && end - location.startLine < MAX_LINES && lines.has(end + 1)) end += 1;
  return toPlace(side, location.startLine, end);
}

/** Where a suggestion can stand: all the lines it replaces in one hunk, on the right. */
export function placeSuggestion(
  { startLine, endLine }: Suggestion,
  hunks: readonly CommentableHunk[],
): Place | undefined {
  const fits = hunks.some(({ right }) => {
    for (let line = startLine; line <= endLine; line++) if (!right.has(line)) return false;
    return true;
  });
  return fits ? toPlace('RIGHT', startLine, endLine) : undefined;
}

/** GitHub refuses a start line that equals the line. */
function toPlace(side: Place['side'], start: number, end: number): Place {
  return start === end ? { side, line: end } : { side, startLine: start, line: end };
}
