import type { Conclusion, Finding, Gate, Policy } from '../types.ts';
import { gatesAt, modeAt } from './policy-at.ts';
import { compareConfidence, compareSeverity } from './severity-order.ts';

/** Findings that this change brings and that nobody with the right to has accepted. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.status === 'introduced' && finding.waivedBy === undefined);
}

/** What keeps a review from being a plain success: what is open, and what a command lifted. */
export function notedFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    ({ status, waivedBy }) => status === 'introduced' && (waivedBy === undefined || waivedBy.by === 'command'),
  );
}

/** What fails the gate, by fingerprint. */
export interface Blocking {
  /** Open, severe and sure enough, wherever the gate is enforced. */
  readonly blocking: readonly string[];
  /** Those of them for which it is. */
  readonly enforced: readonly string[];
}

/**
 * What fails the gate. A model's opinion never does; an ignore comment that the change itself adds (`silencedBy`) does
 * not lift it. `personasOf` names the personas that answer for a finding.
 */
export function blockingFindings(
  findings: readonly Finding[],
  policy: Policy,
  personasOf: (finding: Finding) => readonly string[],
): Blocking {
  const failing = openFindings(findings).filter((finding) => failsGate(finding, policy, personasOf(finding)));
  const enforced = failing.filter(({ rule, location }) => modeAt(policy, rule, location.path) === 'enforce');
  return { blocking: fingerprints(failing), enforced: fingerprints(enforced) };
}

/** Whether a finding is severe and sure enough for a gate that it has to pass, whoever made it; of a model it never is. */
export function failsGate(finding: Finding, policy: Policy, personas: readonly string[]): boolean {
  return finding.origin !== 'model' && gatesAt(policy, finding, personas).some((gate) => fails(finding, gate));
}

function fails({ rule, severity, confidence }: Finding, gate: Gate): boolean {
  if (gate.rules && !gate.rules.has(rule)) return false;
  return compareSeverity(severity, gate.severity) >= 0 && compareConfidence(confidence, gate.confidence) >= 0;
}

function fingerprints(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ fingerprint }) => fingerprint))];
}

/** What the gate is decided from. */
export interface GateInput extends Blocking {
  /** See `notedFindings`. */
  readonly introduced: readonly Finding[];
  /** Why the review is not complete; empty when it is. */
  readonly incomplete: readonly string[];
  readonly policy: Policy;
}

/** The conclusion by the modes of the policy, and the one that enforcing everything would reach. Never success when incomplete. */
export function conclude(input: GateInput): { readonly conclusion: Conclusion; readonly wouldBe: Conclusion } {
  const { blocking, enforced, introduced, incomplete, policy } = input;
  const unfinished: Conclusion = policy.onIncomplete === 'block' ? 'action_required' : 'neutral';
  const rest: Conclusion = introduced.length > 0 ? 'neutral' : 'success';
  const wouldBe = blocking.length > 0 ? 'failure' : incomplete.length > 0 ? unfinished : rest;
  if (enforced.length > 0) return { conclusion: 'failure', wouldBe };
  if (incomplete.length > 0) return { conclusion: enforcesAnything(policy) ? unfinished : 'neutral', wouldBe };
  return { conclusion: wouldBe === 'success' ? 'success' : 'neutral', wouldBe };
}

/**
 * Where only a part is enforced, what was not reviewed may belong to it; and settings that could not be read may enforce
 * everything.
 */
function enforcesAnything({ mode, ruleModes, scopes, unreadable }: Policy): boolean {
  if (unreadable !== undefined) return true;
  const modes = [mode, ...Object.values(ruleModes)];
  for (const scope of scopes) modes.push(scope.mode ?? mode, ...Object.values(scope.ruleModes));
  return modes.includes('enforce');
}
