import { applyPolicy } from '../policy/apply-policy.ts';
import { failsGate } from '../policy/gate.ts';
import { modeAt } from '../policy/policy-at.ts';
import type { Finding, Mode, Policy } from '../types.ts';

/**
 * What came to a path where it counts for more than where it was (there it was ignored, switched off, waived, below the
 * gate, or in a part with a milder mode) is introduced where it stands now: else two changes would bring what one cannot.
 * An ignore comment that came along was accepted for the other place. Takes findings before a policy is applied to them.
 */
export function arrivals(
  findings: readonly Finding[],
  policy: Policy,
  now: Date,
  personasOf: (finding: Finding) => readonly string[],
): readonly Finding[] {
  return findings.map((finding) => {
    const { movedFrom, status, location } = finding;
    if (movedFrom === undefined || status === 'introduced' || status === 'resolved') return finding;
    const { waivedBy, ...bare } = finding;
    const weightAt = (path: string) => weight({ ...bare, location: { ...location, path } }, policy, now, personasOf);
    if (weightAt(location.path) <= weightAt(movedFrom)) return finding;
    return { ...bare, status: 'introduced', ...(waivedBy ? { silencedBy: waivedBy.why } : {}) };
  });
}

const WEIGHTS: readonly Mode[] = ['observe', 'advise', 'enforce'];

/** How much would come of it if it were new there; 0: nothing. */
function weight(
  finding: Finding,
  policy: Policy,
  now: Date,
  personasOf: (finding: Finding) => readonly string[],
): number {
  const [settled] = applyPolicy([finding], policy, now);
  if (!settled || settled.waivedBy || !failsGate(settled, policy, personasOf(settled))) return 0;
  return 1 + WEIGHTS.indexOf(modeAt(policy, settled.rule, settled.location.path));
}
