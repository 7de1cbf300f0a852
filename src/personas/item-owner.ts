import type { Finding, Persona } from '../types.ts';

/**
 * The personas that answer for a finding: those with an item bound to its rule; if there is none, those that own
 * its file kind. Several share it; none means that only the aggregate check speaks of it. Found ones own nothing: nobody
 * chose them, and whose gate holds must not depend on them.
 */
export function itemOwner<P extends Persona>(
  finding: Pick<Finding, 'rule' | 'kind'>,
  personas: readonly P[],
): readonly P[] {
  const chosen = personas.filter(({ found }) => !found);
  const bound = chosen.filter((persona) => persona.items.some((item) => item.rules.includes(finding.rule)));
  return bound.length > 0 ? bound : chosen.filter((persona) => persona.kinds.includes(finding.kind));
}
