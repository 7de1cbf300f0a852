import { isTouched } from '../change/is-touched.ts';
import { failsGate } from '../policy/gate.ts';
import type { ChangedFile, Finding, Policy } from '../types.ts';

/**
 * With `ratchet`, what is older than the change counts as introduced where the change works on its very lines and it is
 * bad enough for the gate: whoever is there anyway mends it, so the debt can only shrink. Elsewhere it stays as it is.
 */
export function ratchet(
  findings: readonly Finding[],
  policy: Policy,
  files: readonly ChangedFile[],
  personasOf: (finding: Finding) => readonly string[],
): readonly Finding[] {
  if (!policy.ratchet) return findings;
  const changed = new Map(files.map((file) => [file.path, file]));
  return findings.map((finding) => {
    const { path, side, startLine, endLine } = finding.location;
    const file = side === 'head' ? changed.get(path) : undefined;
    if (finding.status !== 'existing' || finding.waivedBy || !file || !isTouched(file, startLine, endLine))
      return finding;
    return failsGate(finding, policy, personasOf(finding))
      ? { ...finding, status: 'introduced' as const, ratcheted: true as const }
      : finding;
  });
}
