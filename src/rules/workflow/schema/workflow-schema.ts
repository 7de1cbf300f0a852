import { ANY, BOOLEAN, either, FILLED, listOf, NUMBER, PAIRS, POSITIVE, type Schema, TEXT } from './schema.ts';

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax, as known in November 2026.

const DEFAULTS: Schema = {
  type: 'map',
  keys: { run: { type: 'map', keys: { shell: FILLED, 'working-directory': FILLED } } },
};

const CONCURRENCY: Schema = either(FILLED, {
  type: 'map',
  keys: { group: FILLED, 'cancel-in-progress': BOOLEAN, queue: { type: 'scalar', words: ['single', 'max'] } },
  required: ['group'],
});

const CONTAINER_KEYS: Readonly<Record<string, Schema>> = {
  image: FILLED,
  credentials: {
    type: 'map',
    keys: { username: TEXT, password: TEXT },
    required: ['username', 'password'],
    notEmpty: true,
  },
  env: PAIRS,
  ports: listOf(TEXT),
  volumes: listOf(TEXT),
  options: TEXT,
};

const CONTAINER: Schema = either(FILLED, { type: 'map', keys: CONTAINER_KEYS, required: ['image'] });

const SERVICE: Schema = either(FILLED, {
  type: 'map',
  keys: { ...CONTAINER_KEYS, command: TEXT, entrypoint: TEXT },
  required: ['image'],
});

/** Every axis lists its values; what is left out or added may be nothing. */
const MATRIX: Schema = {
  type: 'map',
  keys: { include: listOf(ANY), exclude: listOf(ANY) },
  rest: listOf(ANY, true),
  notEmpty: true,
};

const STRATEGY: Schema = {
  type: 'map',
  keys: { matrix: MATRIX, 'fail-fast': BOOLEAN, 'max-parallel': NUMBER },
};

const SNAPSHOT: Schema = either(FILLED, {
  type: 'map',
  keys: { 'image-name': FILLED, version: FILLED, if: ANY },
  required: ['image-name'],
});

/** Keys of every step. */
const STEP_KEYS: Readonly<Record<string, Schema>> = {
  id: FILLED,
  if: ANY,
  name: TEXT,
  env: PAIRS,
  'continue-on-error': BOOLEAN,
  'timeout-minutes': POSITIVE,
  background: BOOLEAN,
  wait: ANY,
  'wait-all': ANY,
  cancel: ANY,
};

export const RUN_STEP: Schema = {
  type: 'map',
  keys: { ...STEP_KEYS, run: FILLED, shell: FILLED, 'working-directory': FILLED },
  elsewhere: { keys: ['with'], of: 'a step that calls an action' },
};

export const USES_STEP: Schema = {
  type: 'map',
  keys: { ...STEP_KEYS, uses: FILLED, with: PAIRS },
  elsewhere: { keys: ['shell', 'working-directory'], of: 'a step that runs a script' },
};

/** Keys of every job. */
const JOB_KEYS: Readonly<Record<string, Schema>> = {
  name: TEXT,
  needs: either(FILLED, listOf(FILLED)),
  permissions: ANY,
  if: ANY,
  strategy: STRATEGY,
  concurrency: CONCURRENCY,
};

export const NORMAL_JOB = {
  type: 'map',
  keys: {
    ...JOB_KEYS,
    'runs-on': either(FILLED, listOf(FILLED, true), {
      type: 'map',
      keys: { group: FILLED, labels: either(FILLED, listOf(FILLED, true)) },
    }),
    environment: either(TEXT, {
      type: 'map',
      keys: { name: FILLED, url: TEXT, deployment: BOOLEAN },
      required: ['name'],
    }),
    outputs: PAIRS,
    env: PAIRS,
    defaults: DEFAULTS,
    steps: listOf(ANY, true),
    'timeout-minutes': POSITIVE,
    'cancel-timeout-minutes': NUMBER,
    'continue-on-error': BOOLEAN,
    container: CONTAINER,
    services: { type: 'map', rest: SERVICE },
    snapshot: SNAPSHOT,
  },
  required: ['runs-on'],
  elsewhere: { keys: ['with', 'secrets'], of: 'a job that calls a workflow' },
} as const satisfies Schema;

export const CALLING_JOB: Schema = {
  type: 'map',
  keys: { ...JOB_KEYS, uses: FILLED, with: PAIRS, secrets: either({ type: 'scalar', words: ['inherit'] }, PAIRS) },
  required: ['uses'],
  elsewhere: {
    keys: Object.keys(NORMAL_JOB.keys).filter((key) => !Object.hasOwn(JOB_KEYS, key)),
    of: 'a job with steps of its own',
  },
};

export const WORKFLOW: Schema = {
  type: 'map',
  keys: {
    name: TEXT,
    description: TEXT,
    'run-name': TEXT,
    on: ANY,
    permissions: ANY,
    env: PAIRS,
    defaults: DEFAULTS,
    concurrency: CONCURRENCY,
    jobs: { type: 'map', rest: ANY, notEmpty: true },
  },
  required: ['on', 'jobs'],
};
