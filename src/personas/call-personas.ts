import type { Kind, Persona } from '../types.ts';

/**
 * The personas that a change calls: those that own one of its file kinds, in the order given.
 * Personas asked for by name are called whatever the change touches, and no others.
 */
export function callPersonas<P extends Persona>(
  personas: readonly P[],
  kinds: ReadonlySet<Kind>,
  wanted?: readonly string[],
): readonly P[] {
  if (wanted !== undefined) return personas.filter((persona) => wanted.includes(persona.name));
  return personas.filter((persona) => persona.kinds.some((kind) => kinds.has(kind)));
}
