import type { Fate } from './outdated.ts';

/** Rows of a table: to each dotted name the one that takes its place, or a sentence that says what does. */
export function namesOf(fate: Fate, rows: Readonly<Record<string, string>>): readonly (readonly [string, Fate])[] {
  return Object.entries(rows).map(([name, place]) => [
    name,
    { ...fate, ...(/^[\w.]+$/.test(place) ? { to: place } : { advice: place }) },
  ]);
}

/** Names that a module brings under the same name from another one. */
export function moved(fate: Fate, from: string, to: string, names: string): readonly (readonly [string, Fate])[] {
  return names.split(/\s+/).map((name) => [`${from}.${name}`, { ...fate, to: `${to}.${name}` }]);
}
