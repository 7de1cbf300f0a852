import { isOlder, type Version } from '../versions/version.ts';
import type { VersionRange } from '../versions/version-range.ts';
import type { Use } from './outdated.ts';

/**
 * `broken`: the version that is installed does not have it; `later`: a newer one has not; `deprecated`: all have it;
 * `fine`: the installed one has it, or has not yet what would take its place.
 */
export type Verdict = 'broken' | 'later' | 'deprecated' | 'fine';

/** What a use means where a library is installed in these versions; undefined where nothing is known of them. */
export function verdictOf({ gone, since }: Use, range: VersionRange | undefined): Verdict {
  const { from, below } = range ?? {};
  if (since && below && !isOlder(since, below)) return 'fine';
  if (!gone) return 'deprecated';
  if (from && !isOlder(from, gone)) return 'broken';
  return below && !isOlder(gone, below) ? 'fine' : 'later';
}

/** Versions as both a dependency file and the code itself tell them. */
export function bothOf(range: VersionRange | undefined, atLeast: Version | undefined): VersionRange | undefined {
  if (!atLeast || (range?.from && !isOlder(range.from, atLeast))) return range;
  // Code for a newer version than the one that is written down: nobody knows which of both holds.
  if (range?.below && !isOlder(atLeast, range.below)) return range;
  return { ...range, from: atLeast };
}
