import { type Path, placeTable, withoutGroups } from './place-table.ts';

const JOB = ['github', 'needs', 'strategy', 'matrix', 'vars', 'inputs'];
const STEP = [...JOB, 'job', 'runner', 'env', 'secrets', 'steps'];
const NONE: readonly string[] = [];

/**
 * Which contexts GitHub fills in where, the first pattern that fits; where there are none, no expression may stand.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability, as known in November 2026.
 */
export const contextsAt = onSteps(
  placeTable<readonly string[]>([
    ['name', NONE],
    ['description', NONE],
    ['run-name', ['github', 'inputs', 'vars']],
    ['on.workflow_call.inputs.*.default', ['github', 'inputs', 'vars']],
    ['on.workflow_call.outputs.*.value', ['github', 'jobs', 'vars', 'inputs']],
    ['on.**', NONE],
    ['permissions.**', NONE],
    ['defaults.**', NONE],
    ['concurrency.**', ['github', 'inputs', 'vars']],
    ['env.**', ['github', 'secrets', 'inputs', 'vars']],
    ['jobs', NONE],
    ['jobs.*', NONE],
    ['jobs.*.uses', NONE],
    ['jobs.*.needs.**', NONE],
    ['jobs.*.permissions.**', NONE],
    ['jobs.*.steps.*.id', NONE],
    ['jobs.*.steps.*.shell', NONE],
    ['jobs.*.steps.*.uses', NONE],
    ['jobs.*.snapshot.image-name', NONE],
    ['jobs.*.snapshot.version', NONE],
    ['jobs.*.container.credentials.**', [...JOB, 'env', 'secrets']],
    ['jobs.*.container.env.**', [...JOB, 'job', 'runner', 'env', 'secrets']],
    ['jobs.*.services.*.credentials.**', [...JOB, 'env', 'secrets']],
    ['jobs.*.services.*.env.**', [...JOB, 'job', 'runner', 'env', 'secrets']],
    ['jobs.*.defaults.run.*', [...JOB, 'env']],
    ['jobs.*.env.**', [...JOB, 'secrets']],
    ['jobs.*.environment.url', [...JOB, 'job', 'runner', 'env', 'steps']],
    ['jobs.*.if', ['github', 'needs', 'vars', 'inputs']],
    ['jobs.*.outputs.*', STEP],
    ['jobs.*.secrets.*', [...JOB, 'secrets']],
    ['jobs.*.steps.*.if', STEP.filter((context) => context !== 'secrets')],
    ['jobs.*.steps.**', STEP],
    ['jobs.*.strategy.**', ['github', 'needs', 'vars', 'inputs']],
    ['jobs.*.container.**', JOB],
    ['jobs.*.services.**', JOB],
    ['jobs.*.*', JOB],
    ['jobs.*.environment.**', JOB],
    ['jobs.*.concurrency.**', JOB],
    ['jobs.*.runs-on.**', JOB],
    ['jobs.*.with.*', JOB],
  ]),
);

/** The contexts that are filled in at a place of a workflow; undefined where GitHub does not say. */
function onSteps(table: (path: Path) => readonly string[] | undefined): (path: Path) => readonly string[] | undefined {
  return (path) => table(withoutGroups(path));
}
