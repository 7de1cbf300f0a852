import type { Finding, Review } from '../types.ts';
import { sortFindings } from './sort-findings.ts';

/** A review's findings by what a reader does with them; each finding is in one group, each group is sorted. */
export interface FindingGroups {
  /** They fail the gate; where nothing is enforced, they would. */
  readonly blocking: readonly Finding[];
  /** This change makes them, and nothing depends on them. */
  readonly worthALook: readonly Finding[];
  /** Accepted by someone who may. */
  readonly waived: readonly Finding[];
  /** Silenced by a comment that this change adds, and not blocking. */
  readonly silenced: readonly Finding[];
  /** Came along from another file. */
  readonly moved: readonly Finding[];
  readonly existing: readonly Finding[];
  readonly resolved: readonly Finding[];
}

export function groupFindings(review: Review): FindingGroups {
  const blocking = new Set(review.enforced.length > 0 ? review.enforced : review.blocking);
  const findings = sortFindings(review.findings);
  const blocks = (finding: Finding) => finding.status === 'introduced' && blocking.has(finding.fingerprint);
  const introduced = findings.filter((finding) => finding.status === 'introduced' && !blocks(finding));
  const open = introduced.filter((finding) => finding.waivedBy === undefined);
  return {
    blocking: findings.filter(blocks),
    worthALook: open.filter((finding) => finding.silencedBy === undefined),
    waived: introduced.filter((finding) => finding.waivedBy !== undefined),
    silenced: open.filter((finding) => finding.silencedBy !== undefined),
    moved: findings.filter((finding) => finding.status === 'moved'),
    existing: findings.filter((finding) => finding.status === 'existing'),
    resolved: findings.filter((finding) => finding.status === 'resolved'),
  };
}
