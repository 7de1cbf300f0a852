import { type Path, placeTable, withoutGroups } from './place-table.ts';

/** Functions that know of a run, or of the files in it: GitHub has them in some places only. */
const SPECIAL: ReadonlySet<string> = new Set(['always', 'cancelled', 'success', 'failure', 'hashfiles']);
const STATUS: readonly string[] = ['always', 'cancelled', 'success', 'failure'];
const FILES: readonly string[] = ['hashfiles'];

// https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability, as known in November 2026.
const specialAt = placeTable<readonly string[]>([
  ['jobs.*.if', STATUS],
  ['jobs.*.steps.*.if', [...STATUS, ...FILES]],
  ['jobs.*.steps.**', FILES],
]);

/** Whether GitHub has a function at a place of a workflow. */
export function hasFunction(name: string, path: Path): boolean {
  return !SPECIAL.has(name) || (specialAt(withoutGroups(path)) ?? []).includes(name);
}
