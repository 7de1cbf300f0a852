import type { Finding, Rule } from '../types.ts';

/** Drops what a change rule tells better: `readiness-probe-missing` where `probe-removed` speaks of the same container. */
export function supersede(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const superseded = new Map(rules.map((rule) => [rule.id, rule.supersedes ?? []]));
  const better = findings.filter(({ rule, status }) => status === 'introduced' && superseded.get(rule)?.length);
  return findings.filter(
    (finding) =>
      finding.status !== 'introduced' ||
      !better.some((one) => superseded.get(one.rule)?.includes(finding.rule) && isSamePlace(one, finding)),
  );
}

function isSamePlace(a: Finding, b: Finding): boolean {
  return a.location.path === b.location.path && (a.key.startsWith(b.key) || b.key.startsWith(a.key));
}
