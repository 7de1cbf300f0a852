import type { Range } from '../../types.ts';

/** A script being read: its text before masking, where `${{ }}` stands in it, and where it starts in its file. */
export interface Script {
  readonly source: string;
  readonly expressions: readonly Range[];
  readonly offset: number;
}
