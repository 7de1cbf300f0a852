const JOB = ['github', 'needs', 'strategy', 'matrix', 'vars', 'inputs'];
const STEP = [...JOB, 'job', 'runner', 'env', 'secrets', 'steps'];

/**
 * Which contexts GitHub fills in where, the first pattern that fits; `*` is one key, `**` any number.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability, as known in November 2026.
 */
const TABLE: readonly (readonly [pattern: string, contexts: readonly string[]])[] = [
  ['name', []],
  ['defaults.run.*', []],
  ['jobs.*.steps.*.id', []],
  ['jobs.*.steps.*.shell', []],
  ['jobs.*.steps.*.uses', []],
  ['run-name', ['github', 'inputs', 'vars']],
  ['concurrency.**', ['github', 'inputs', 'vars']],
  ['env.*', ['github', 'secrets', 'inputs', 'vars']],
  ['on.workflow_call.inputs.*.default', ['github', 'inputs', 'vars']],
  ['on.workflow_call.outputs.*.value', ['github', 'jobs', 'vars', 'inputs']],
  ['jobs.*.container.credentials.*', [...JOB, 'env', 'secrets']],
  ['jobs.*.container.env.*', [...JOB, 'job', 'runner', 'env', 'secrets']],
  ['jobs.*.services.*.credentials.*', [...JOB, 'env', 'secrets']],
  ['jobs.*.services.*.env.*', [...JOB, 'job', 'runner', 'env', 'secrets']],
  ['jobs.*.defaults.run.*', [...JOB, 'env']],
  ['jobs.*.env.*', [...JOB, 'secrets']],
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
];

interface Place {
  readonly fixed: readonly string[];
  /** Whether more keys may follow. */
  readonly open: boolean;
  readonly contexts: readonly string[];
}

const PLACES: readonly Place[] = TABLE.map(([pattern, contexts]) => {
  const keys = pattern.split('.');
  const open = keys.at(-1) === '**';
  return { fixed: open ? keys.slice(0, -1) : keys, open, contexts };
});

/** The contexts that are filled in at a place of a workflow; undefined where GitHub does not say. */
export function contextsAt(path: readonly (string | number)[]): readonly string[] | undefined {
  return PLACES.find((place) => fits(place, path))?.contexts;
}

function fits({ fixed, open }: Place, path: readonly (string | number)[]): boolean {
  if (open ? path.length < fixed.length : path.length !== fixed.length) return false;
  return fixed.every((part, i) => part === '*' || part === String(path[i]));
}
