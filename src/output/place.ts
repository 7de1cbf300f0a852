import type { Evidence, Finding, Location } from '../types.ts';

/** `src/train.py:31`, as editors and terminals link it. Raw: sanitise before showing. */
export function place(location: Location): string {
  return `${location.path}:${location.startLine}`;
}

/** The place of a finding; something that is gone is said to be, since its line exists only in the base. */
export function findingPlace(finding: Finding): string {
  const { location } = finding;
  return location.side === 'base' ? `${place(location)} (before)` : place(location);
}

/** `train.yml:18, 22, 25`: places of evidence, the path once, at most `limit` of them. */
export function evidencePlaces(evidence: readonly Evidence[], limit = 5): string {
  const words: string[] = [];
  let path = '';
  const places = [...new Map(evidence.map((one) => [place(one.location), one])).values()];
  for (const { location } of places.slice(0, limit)) {
    words.push(location.path === path ? `${location.startLine}` : place(location));
    path = location.path;
  }
  const rest = places.length - words.length;
  return rest > 0 ? `${words.join(', ')} and ${rest} more` : words.join(', ');
}
