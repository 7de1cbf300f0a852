import type { ChangedFile } from '../types.ts';

/** The lines of one file on which GitHub accepts a review comment, by hunk. */
export interface CommentableHunk {
  /** Lines of the head that stand in the hunk, added or context. */
  readonly right: ReadonlySet<number>;
  /** Deleted lines of the base. */
  readonly left: ReadonlySet<number>;
  /** Lines of the head that this change added. */
  readonly added: ReadonlySet<number>;
}

/** Empty when there is no patch: nothing can be commented on inline. */
export function commentableHunks(file: ChangedFile): readonly CommentableHunk[] {
  return (file.hunks ?? []).map((hunk) => {
    const right = new Set<number>();
    const left = new Set<number>();
    const added = new Set<number>();
    let oldLine = hunk.oldStart;
    let newLine = hunk.newStart;
    for (const line of hunk.lines) {
      if (line.startsWith('-')) left.add(oldLine++);
      else if (line.startsWith('+')) {
        added.add(newLine);
        right.add(newLine++);
      } else {
        right.add(newLine++);
        oldLine++;
      }
    }
    return { right, left, added };
  });
}
