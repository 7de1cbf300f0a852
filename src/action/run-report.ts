import * as z from 'zod';
import type { Review } from '../types.ts';

/** More findings than this nobody reads. */
const MAX_FINDINGS = 1000;

/**
 * What a run without rights leaves for the one that publishes. It is made where an author may have his hands in it, so it
 * holds nothing that could be published: no text, no path, no conclusion.
 */
export const runReportSchema = z.strictObject({
  version: z.literal(1),
  /** `owner/name`. */
  repository: z.string().max(200),
  number: z.int().positive(),
  headSha: z.string().regex(/^[0-9a-f]{40}$/),
  /** Fingerprints of what the change introduces. */
  findings: z.array(z.string().regex(/^[0-9a-f]{20}$/)).max(MAX_FINDINGS),
});

export type RunReport = z.infer<typeof runReportSchema>;

/** The report of a pull request's review; undefined for a range of commits, which nobody comments on. */
export function runReport(review: Review): RunReport | undefined {
  const { repository, number, headSha } = review.change;
  if (number === undefined || headSha === undefined) return undefined;
  return { version: 1, repository, number, headSha, findings: reportedFindings(review) };
}

/** What the rules say that the change introduces; a model says something else each time. */
export function reportedFindings(review: Review): string[] {
  const introduced = review.findings.filter(({ status, origin }) => status === 'introduced' && origin !== 'model');
  return [...new Set(introduced.map(({ fingerprint }) => fingerprint))].toSorted().slice(0, MAX_FINDINGS);
}
