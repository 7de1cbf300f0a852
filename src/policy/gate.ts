import type { Conclusion, Finding, Policy } from '../types.ts';
import { compareConfidence, compareSeverity } from './severity-order.ts';

/** Findings that this change brings and that nobody with the right to has accepted. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.status === 'introduced' && finding.waivedBy === undefined);
}

/**
 * Fingerprints of the findings that fail the gate: open, severe and sure enough. A model's opinion never blocks;
 * an ignore comment that the change itself adds (`silencedBy`) does not lift the gate.
 */
export function blocking(findings: readonly Finding[], policy: Policy): readonly string[] {
  const failing = openFindings(findings).filter(
    (finding) =>
      finding.origin !== 'model' &&
      compareSeverity(finding.severity, policy.gate.severity) >= 0 &&
      compareConfidence(finding.confidence, policy.gate.confidence) >= 0,
  );
  return [...new Set(failing.map((finding) => finding.fingerprint))];
}

/** What the gate is decided from. */
export interface GateInput {
  /** Fingerprints of the findings that fail the gate. */
  readonly blocking: readonly string[];
  /** The open findings, see `openFindings`. */
  readonly introduced: readonly Finding[];
  /** Why the review is not complete; empty when it is. */
  readonly incomplete: readonly string[];
  readonly policy: Policy;
}

/** The conclusion in the mode of the policy, and the one that `enforce` would reach. Never success when incomplete. */
export function conclude(input: GateInput): { readonly conclusion: Conclusion; readonly wouldBe: Conclusion } {
  const wouldBe = enforced(input);
  if (input.policy.mode === 'enforce' || wouldBe === 'success') return { conclusion: wouldBe, wouldBe };
  return { conclusion: 'neutral', wouldBe };
}

function enforced({ blocking, introduced, incomplete, policy }: GateInput): Conclusion {
  if (blocking.length > 0) return 'failure';
  if (incomplete.length > 0) return policy.onIncomplete === 'block' ? 'action_required' : 'neutral';
  return introduced.length > 0 ? 'neutral' : 'success';
}
