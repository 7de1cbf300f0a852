import type { SyntaxNode } from '../../../documents/syntax-tree.ts';
import type { ShellPath } from './shell-path.ts';

/** A script that is followed, and the command in it that fails: every other one is taken to succeed. */
export interface FollowedScript {
  readonly source: string;
  readonly isTarget: (node: SyntaxNode) => boolean;
  /** Called for every piece that is run; throws `UNREADABLE` when it is enough. */
  readonly spend: () => void;
}

/** Where a command stands. */
export interface ShellPlace {
  /** In a condition: `errexit` does not apply. */
  readonly ignored: boolean;
  /** In a branch that is there for the failure. */
  readonly handling: boolean;
  readonly depth: number;
}

/** Every way that one kind of piece can go. */
export type Run = (
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
) => readonly ShellPath[];

/** Thrown where the text is no shell script that this reader understands. */
export const UNREADABLE = new Error('not a script that can be followed');
