import { codeSpan } from '../sanitise.ts';
import type { Finding, Review } from '../types.ts';

/**
 * Lines of a list of findings. Where the change touches paths of several owners they stand below their owners, the owners
 * of the first finding first; else as they come. Owners are code spans: nobody is called by a summary.
 */
export function byOwner(
  review: Review,
  findings: readonly Finding[],
  line: (finding: Finding, index: number) => string,
): string[] {
  if (review.owners.length < 2) return findings.map(line);
  return groupByOwner(findings).flatMap(([owners, own]) => [
    `- ${owners}`,
    ...own.map((finding, index) => `   ${line(finding, index)}`),
  ]);
}

/** Findings by the owners of their files, in the order in which these first occur. */
function groupByOwner(findings: readonly Finding[]): [owners: string, findings: readonly Finding[]][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const owners = ownersWords(finding.owners);
    const group = groups.get(owners);
    if (group) group.push(finding);
    else groups.set(owners, [finding]);
  }
  return [...groups];
}

/** Owners as Markdown that mentions nobody. */
function ownersWords(owners: readonly string[] = []): string {
  return owners.length === 0 ? 'no owner' : owners.map(codeSpan).join(' ');
}
