import type { Finding, Persona } from '../types.ts';

/**
 * The personas that answer for a finding: those with an item bound to its rule; if there is none, those that own
 * its file kind. Several share it; none means that only the aggregate check speaks of it.
 */
export function itemOwner<P extends Persona>(
  finding: Pick<Finding, 'rule' | 'kind'>,
  personas: readonly P[],
): readonly P[] {
  const bound = personas.filter((persona) => persona.items.some((item) => item.rules.includes(finding.rule)));
  return bound.length > 0 ? bound : personas.filter((persona) => persona.kinds.includes(finding.kind));
}
