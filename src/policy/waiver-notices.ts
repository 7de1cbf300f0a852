import { matchPath } from '../change/match-path.ts';
import type { Finding, Policy } from '../types.ts';
import { covers } from './apply-policy.ts';
import { inDays } from './load-waivers.ts';
import { WAIVERS_PATH } from './settings-schema.ts';

const SOON_DAYS = 14;

/** Entries of the waivers file that cover something here and end soon, for whoever has to see to it. */
export function expiringWaivers(findings: readonly Finding[], now: Date): readonly string[] {
  const soon = inDays(now, SOON_DAYS);
  const notices = findings.flatMap(({ rule, status, waivedBy }) => {
    if (waivedBy?.by !== 'file' || waivedBy.until === undefined || waivedBy.until > soon) return [];
    if (status !== 'introduced' && status !== 'moved') return [];
    const whose = waivedBy.owner ?? waivedBy.who;
    return [
      `The waiver of \`${rule}\` in \`${WAIVERS_PATH}\` ends on ${waivedBy.until}; from then on this is a finding again. \`${whose}\` sees to it: repair what it covers, or have it approved again.`,
    ];
  });
  return [...new Set(notices)];
}

/** What was looked at in a whole repository. */
export interface LookedAt {
  /** Files that were read. */
  readonly paths: readonly string[];
  /** All files that there are. */
  readonly tree: ReadonlySet<string> | 'unknown';
}

/**
 * Entries of the waivers file that cover nothing, although files that they name were looked at by their rule, or no such
 * file is left: `ran` are the rules that did.
 */
export function idleWaivers(
  { waivers }: Policy,
  findings: readonly Finding[],
  { paths, tree }: LookedAt,
  ran: ReadonlySet<string>,
): readonly string[] {
  return waivers
    .filter(({ rule }) => rule !== undefined && ran.has(rule))
    .filter(({ path }) => path === undefined || isNamed(path, paths) || (tree !== 'unknown' && !isNamed(path, tree)))
    .filter((waiver) => !findings.some((finding) => covers(waiver, finding)))
    .map(({ rule = '', path }) => {
      const where = path === undefined ? '' : ` at \`${path}\``;
      return `The waiver of \`${rule}\`${where} covers nothing: what it was for is gone, and what comes next would pass unseen. Remove it.`;
    });
}

function isNamed(glob: string, paths: Iterable<string>): boolean {
  for (const path of paths) if (matchPath(glob, path)) return true;
  return false;
}
