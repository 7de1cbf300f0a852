import type { Finding, Location } from '../types.ts';

/** Lines of one side of a file. */
export type Lines = Pick<Location, 'path' | 'side' | 'startLine' | 'endLine'>;

/** Whether a rule already speaks of some of these lines: of them as they are, or of what they were before the change. */
export function isTold(lines: Lines, findings: readonly Finding[]): boolean {
  return findings.some(({ origin, status, location, related }) => {
    if (origin === 'model' || status !== 'introduced') return false;
    const before = related.map((one) => one.location).filter(({ side }) => side === 'base');
    return [location, ...before].some((place) => overlap(place, lines));
  });
}

/** Whether two stretches of lines share one. */
export function overlap(a: Lines, b: Lines): boolean {
  return a.path === b.path && a.side === b.side && a.startLine <= b.endLine && b.startLine <= a.endLine;
}
