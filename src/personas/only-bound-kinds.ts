import type { LoadedPersona } from './load-persona.ts';

/**
 * A persona that nobody named and that names no file kinds is called only by those that its items were bound to: what it
 * would say of others is not known.
 */
export function onlyBoundKinds(persona: LoadedPersona): LoadedPersona {
  if (persona.choosesKinds) return persona;
  const kinds = [...new Set(persona.items.flatMap((item) => (item.rules.length > 0 ? item.kinds : [])))];
  return { ...persona, kinds, items: persona.items.map((item) => (item.rules.length > 0 ? item : { ...item, kinds })) };
}
