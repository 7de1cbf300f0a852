import { type Path, placeTable, withoutGroups } from '../place-table.ts';

/** What GitHub takes at a place: a text is made of every single value, numbers and booleans must be such. */
export type Wanted = 'text' | 'number' | 'boolean' | 'list' | 'mapping';

const TEXT: readonly Wanted[] = ['text'];
const NUMBER: readonly Wanted[] = ['number'];
const BOOLEAN: readonly Wanted[] = ['boolean'];
const MAPPING: readonly Wanted[] = ['mapping'];
const TEXT_OR_MAPPING: readonly Wanted[] = ['text', 'mapping'];

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax, as known in November 2026.
const TABLE: readonly (readonly [pattern: string, wanted: readonly Wanted[]])[] = [
  ['run-name', TEXT],
  ['env', MAPPING],
  ['env.*', TEXT],
  ['concurrency', TEXT_OR_MAPPING],
  ['concurrency.group', TEXT],
  ['concurrency.cancel-in-progress', BOOLEAN],
  ['on.workflow_call.outputs.*.value', TEXT],
  ['jobs.*.name', TEXT],
  ['jobs.*.timeout-minutes', NUMBER],
  ['jobs.*.cancel-timeout-minutes', NUMBER],
  ['jobs.*.continue-on-error', BOOLEAN],
  ['jobs.*.env', MAPPING],
  ['jobs.*.env.*', TEXT],
  ['jobs.*.outputs.*', TEXT],
  ['jobs.*.environment', TEXT_OR_MAPPING],
  ['jobs.*.environment.name', TEXT],
  ['jobs.*.environment.url', TEXT],
  ['jobs.*.concurrency', TEXT_OR_MAPPING],
  ['jobs.*.concurrency.group', TEXT],
  ['jobs.*.concurrency.cancel-in-progress', BOOLEAN],
  ['jobs.*.runs-on', ['text', 'list', 'mapping']],
  ['jobs.*.runs-on.group', TEXT],
  ['jobs.*.runs-on.labels', ['text', 'list']],
  ['jobs.*.runs-on.*', TEXT],
  ['jobs.*.strategy', MAPPING],
  ['jobs.*.strategy.fail-fast', BOOLEAN],
  ['jobs.*.strategy.max-parallel', NUMBER],
  ['jobs.*.strategy.matrix', MAPPING],
  ['jobs.*.strategy.matrix.*', ['list']],
  ['jobs.*.container', TEXT_OR_MAPPING],
  ['jobs.*.container.image', TEXT],
  ['jobs.*.container.options', TEXT],
  ['jobs.*.container.credentials', MAPPING],
  ['jobs.*.container.credentials.*', TEXT],
  ['jobs.*.container.env', MAPPING],
  ['jobs.*.container.env.*', TEXT],
  ['jobs.*.services', MAPPING],
  ['jobs.*.services.*', TEXT_OR_MAPPING],
  ['jobs.*.services.*.image', TEXT],
  ['jobs.*.services.*.options', TEXT],
  ['jobs.*.services.*.credentials', MAPPING],
  ['jobs.*.services.*.credentials.*', TEXT],
  ['jobs.*.services.*.env', MAPPING],
  ['jobs.*.services.*.env.*', TEXT],
  ['jobs.*.with.*', TEXT],
  ['jobs.*.secrets.*', TEXT],
  ['jobs.*.steps.*.run', TEXT],
  ['jobs.*.steps.*.name', TEXT],
  ['jobs.*.steps.*.working-directory', TEXT],
  ['jobs.*.steps.*.timeout-minutes', NUMBER],
  ['jobs.*.steps.*.continue-on-error', BOOLEAN],
  ['jobs.*.steps.*.env', MAPPING],
  ['jobs.*.steps.*.env.*', TEXT],
  ['jobs.*.steps.*.with', MAPPING],
  ['jobs.*.steps.*.with.*', TEXT],
];

const lookUp = placeTable(TABLE);

/** What GitHub takes at a place of a workflow; undefined where anything may stand or the table does not know. */
export function wantedAt(path: Path): readonly Wanted[] | undefined {
  return lookUp(withoutGroups(path));
}
