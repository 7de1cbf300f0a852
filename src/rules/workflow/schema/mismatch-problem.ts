import type { Observation } from '../../../types.ts';
import type { Mismatch } from './validate.ts';

/** Tells a mismatch. A word that no known one is near may be newer than the tables: advice, no accusation. */
export function mismatchProblem(mismatch: Mismatch, why: Readonly<Record<Mismatch['kind'], string>>): Observation {
  const { kind, range, what, remedy, path, meant, severity = 'low' } = mismatch;
  return {
    range,
    key: path.join('.'),
    ...(kind === 'unknown' ? { severity: 'low', confidence: 'heuristic' } : {}),
    ...(kind === 'idle' ? { severity } : {}),
    message: { what, why: why[kind], remedy },
    ...(meant ? { fix: { title: `Write ${meant}`, safety: 'safe', edits: [{ range, text: meant }] } } : {}),
  };
}
