import { ANY, BOOLEAN, FILLED, listOf, PAIRS, type Schema, TEXT } from '../schema/schema.ts';

// https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax, as known in November 2026.

const COLORS = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark'];

/** The file as a whole; what `runs` holds depends on `using`. */
export const ACTION: Schema = {
  type: 'map',
  keys: {
    name: TEXT,
    description: TEXT,
    author: TEXT,
    inputs: { type: 'map', rest: { type: 'map', keys: inputKeys(), rest: ANY } },
    outputs: { type: 'map', rest: { type: 'map', keys: { description: TEXT, value: TEXT } } },
    runs: ANY,
    branding: { type: 'map', keys: { icon: FILLED, color: { type: 'scalar', words: COLORS } } },
  },
  required: ['runs'],
};

function inputKeys(): Readonly<Record<string, Schema>> {
  return { description: TEXT, required: ANY, default: TEXT, deprecationMessage: TEXT };
}

const NODE_KEYS = { using: FILLED, main: FILLED, pre: FILLED, 'pre-if': FILLED, post: FILLED, 'post-if': FILLED };

const DOCKER_KEYS = {
  using: FILLED,
  image: FILLED,
  args: listOf(TEXT),
  env: PAIRS,
  entrypoint: FILLED,
  'pre-entrypoint': FILLED,
  'pre-if': FILLED,
  'post-entrypoint': FILLED,
  'post-if': FILLED,
};

const COMPOSITE_KEYS = { using: FILLED, steps: listOf(ANY, true) };

export const NODE_RUNS = runs(NODE_KEYS, ['main'], 'a Docker or composite action');
export const DOCKER_RUNS = runs(DOCKER_KEYS, ['image'], 'a JavaScript or composite action');
export const COMPOSITE_RUNS = runs(COMPOSITE_KEYS, ['steps'], 'a JavaScript or Docker action');

function runs(keys: Readonly<Record<string, Schema>>, required: readonly string[], of: string): Schema {
  const others = Object.keys({ ...NODE_KEYS, ...DOCKER_KEYS, ...COMPOSITE_KEYS });
  return { type: 'map', keys, required, elsewhere: { keys: others.filter((key) => !Object.hasOwn(keys, key)), of } };
}

const STEP_KEYS = { name: TEXT, id: FILLED, if: ANY, env: PAIRS, 'continue-on-error': BOOLEAN };
/** Keys that only the steps of a job have. */
const JOB_STEP = ['timeout-minutes', 'background', 'wait', 'wait-all', 'cancel', 'parallel'];

export const COMPOSITE_RUN: Schema = {
  type: 'map',
  keys: { ...STEP_KEYS, run: TEXT, shell: FILLED, 'working-directory': TEXT },
  elsewhere: { keys: ['with', ...JOB_STEP], of: 'another kind of step' },
};

export const COMPOSITE_USES: Schema = {
  type: 'map',
  keys: { ...STEP_KEYS, uses: FILLED, with: PAIRS },
  elsewhere: { keys: ['shell', 'working-directory', ...JOB_STEP], of: 'another kind of step' },
};
