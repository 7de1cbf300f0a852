import { matchPath } from '../change/match-path.ts';
import type { Finding, Policy, PolicyWaiver, Run } from '../types.ts';
import { exclusion } from './excluded-rules.ts';
import { isExpired } from './load-waivers.ts';
import { levelAt } from './policy-at.ts';

/**
 * What the findings mean in this repository: those of unwanted rules and ignored paths are gone, severities are
 * as set, and waivers that hold today are attached. A waiver that is already attached stays.
 */
export function applyPolicy(findings: readonly Finding[], policy: Policy, now: Date): readonly Finding[] {
  const waivers = policy.waivers.filter((waiver) => !isExpired(waiver.expires, now));
  return findings.filter((finding) => isWanted(finding, policy)).map((finding) => settle(finding, policy, waivers));
}

/** The runs without those on ignored paths: a file nobody wants reviewed answers no checklist item. */
export function applyIgnore(runs: readonly Run[], policy: Policy): readonly Run[] {
  return runs.filter((run) => !isIgnored(run.subject, policy));
}

/** Whether the settings take a path out of the review. */
export function isIgnored(path: string, policy: Policy): boolean {
  return policy.ignore.some((glob) => matchPath(glob, path));
}

function isWanted(finding: Finding, policy: Policy): boolean {
  const { rule, strictness, location } = finding;
  if (isIgnored(location.path, policy) || levelAt(policy, rule, location.path) === 'off') return false;
  return levelAt(policy, rule, location.path) !== undefined || exclusion(rule, strictness, policy) === undefined;
}

function settle(finding: Finding, policy: Policy, waivers: readonly PolicyWaiver[]): Finding {
  const setting = levelAt(policy, finding.rule, finding.location.path);
  const severity = setting === undefined || setting === 'off' ? finding.severity : setting;
  const waiver = finding.waivedBy === undefined ? waivers.find((candidate) => covers(candidate, finding)) : undefined;
  if (waiver === undefined) return { ...finding, severity };
  const { approvedBy: who, reason: why, expires: until, owner, by = 'file' } = waiver;
  return { ...finding, severity, waivedBy: { who, why, until, ...(owner === undefined ? {} : { owner }), by } };
}

/** All that a waiver names must fit: a path without a fingerprint covers every finding of the rule there. */
export function covers(waiver: PolicyWaiver, finding: Finding): boolean {
  if (waiver.rule === undefined && waiver.fingerprint === undefined) return false;
  if (waiver.rule !== undefined && waiver.rule !== finding.rule) return false;
  if (waiver.path !== undefined && !matchPath(waiver.path, finding.location.path)) return false;
  if (waiver.address !== undefined && !`${finding.key}/`.startsWith(`${waiver.address}/`)) return false;
  return waiver.fingerprint === undefined || waiver.fingerprint === finding.fingerprint;
}
