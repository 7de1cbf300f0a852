import type { ActionDocument } from '../../../documents/workflow.ts';
import { entryOf, type YamlEntry, type YamlMap, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';
import { isSlip } from '../jobs/is-slip.ts';
import { type Mismatch, validate } from '../schema/validate.ts';
import { ACTION, COMPOSITE_RUN, COMPOSITE_RUNS, COMPOSITE_USES, DOCKER_RUNS, NODE_RUNS } from './action-schema.ts';

/** Everything in the description of an action that GitHub refuses, does not know, or has no use for. */
export function* validateAction({ view }: ActionDocument): Generator<Mismatch> {
  const { root } = view;
  const start = root.entries[0]?.key.range;
  if (!start) return;
  for (const mismatch of validate(root, ACTION, { path: [], range: start })) yield weighed(mismatch);
  for (const key of ['name', 'description'])
    if (!root.entries.some((entry) => isSlip(entry.key.text, key))) yield nameless(key, start);
  for (const key of ['inputs', 'outputs']) yield* twins(entryOf(root, key)?.value, key);
  yield* mistypedKeys(entryOf(root, 'inputs')?.value);
  const runs = entryOf(root, 'runs');
  if (runs) yield* validateRuns(runs);
}

/** The runner looks at what it needs to run; the rest is for people and the marketplace. */
function weighed(mismatch: Mismatch): Mismatch {
  const [top, , key] = mismatch.path;
  const isRead = top === undefined || (READ.has(top) && (key === undefined || key === 'default' || key === 'value'));
  return mismatch.kind === 'refused' && !isRead && !mismatch.meant ? { ...mismatch, kind: 'idle' } : mismatch;
}

const READ: ReadonlySet<string> = new Set(['inputs', 'outputs', 'runs']);

/** The runner does without it; the marketplace and whoever chooses an action do not. */
function nameless(key: string, range: Range): Mismatch {
  return { kind: 'idle', range, path: [key], what: `The action has no \`${key}\`.`, remedy: `Add \`${key}\`.` };
}

/** Names of inputs and outputs are the same in capitals and small letters; the same spelling twice is told already. */
function* twins(node: YamlNode | undefined, of: string): Generator<Mismatch> {
  const seen = new Map<string, string>();
  for (const { key, merged } of node?.type === 'map' ? node.entries : []) {
    const other = seen.get(key.text.toLowerCase());
    if (!merged && other !== undefined && other !== key.text) {
      const what = `\`${other.slice(0, 60)}\` and \`${key.text.slice(0, 60)}\` are one name to GitHub.`;
      yield refused(key.range, [of, key.text], what, 'Keep one of them.');
    }
    seen.set(key.text.toLowerCase(), key.text);
  }
}

const INPUT_KEYS = ['description', 'required', 'default', 'deprecationMessage'];

/** GitHub takes any key of an input, and knows four. */
function* mistypedKeys(inputs: YamlNode | undefined): Generator<Mismatch> {
  for (const input of inputs?.type === 'map' ? inputs.entries : []) {
    for (const { key } of input.value.type === 'map' ? input.value.entries : []) {
      const meant = INPUT_KEYS.find((name) => name !== key.text && isSlip(key.text, name));
      if (!meant) continue;
      const path = ['inputs', input.key.text, key.text];
      const what = `\`${short(key.text)}\` is no key of an input.`;
      yield { ...refused(key.range, path, what, `Write \`${meant}\`.`), kind: 'idle', meant };
    }
  }
}

function* validateRuns({ key, value }: YamlEntry): Generator<Mismatch> {
  if (value.type !== 'map') {
    yield refused(key.range, ['runs'], '`runs` says nothing about how the action runs.', 'Write `using` below it.');
    return;
  }
  const using = entryOf(value, 'using')?.value;
  if (using?.type !== 'scalar' || using.text === '') {
    yield refused(key.range, ['runs'], '`runs` has no `using`.', 'Write `node24`, `composite` or `docker`.');
    return;
  }
  const name = using.text.toLowerCase();
  const schema = name === 'composite' ? COMPOSITE_RUNS : name === 'docker' ? DOCKER_RUNS : NODE_RUNS;
  if (schema === NODE_RUNS && !/^node\d+$/.test(name)) {
    const meant = ['composite', 'docker', 'node24'].find((one) => isSlip(name, one));
    const found = refused(using.range, ['runs', 'using'], `No runner runs \`${short(using.text)}\`.`, KINDS);
    yield { ...found, ...(meant ? { meant } : {}) };
    return;
  }
  yield* unknownNode(name, using.range);
  yield* validate(value, schema, { path: ['runs'], range: key.range });
  yield* hooksWithoutScript(value);
  if (schema === COMPOSITE_RUNS) yield* validateSteps(entryOf(value, 'steps')?.value);
}

const KINDS = 'Write `node24`, `composite` or `docker`.';
const NODES: ReadonlySet<string> = new Set(['node12', 'node16', 'node20', 'node24']);

function* unknownNode(name: string, range: Range): Generator<Mismatch> {
  const version = Number(/^node(\d+)$/.exec(name)?.[1]);
  if (Number.isNaN(version) || NODES.has(name)) return;
  const what = `No runner has \`${short(name)}\`.`;
  yield { ...refused(range, ['runs', 'using'], what, KINDS), kind: version > 24 ? 'unknown' : 'refused' };
}

/** A condition for a script that is not there. */
function* hooksWithoutScript(runs: YamlMap): Generator<Mismatch> {
  for (const hook of ['pre', 'post']) {
    const condition = entryOf(runs, `${hook}-if`);
    if (!condition || entryOf(runs, hook) || entryOf(runs, `${hook}-entrypoint`)) continue;
    const what = `\`${hook}-if\` is a condition for nothing: there is no \`${hook}\`.`;
    yield {
      ...refused(condition.key.range, ['runs', `${hook}-if`], what, `Add \`${hook}\`, or take it out.`),
      kind: 'idle',
    };
  }
}

function* validateSteps(steps: YamlNode | undefined): Generator<Mismatch> {
  const seen = new Set<string>();
  for (const [i, step] of (steps?.type === 'list' ? steps.items : []).entries()) {
    const path = ['runs', 'steps', `${i}`];
    if (step.type !== 'map' || step.entries.length === 0) {
      yield refused(step.range, path, 'A step is empty or a single value.', 'Give it `run` or `uses`.');
      continue;
    }
    const range = step.entries[0]?.key.range ?? step.range;
    const [run, uses] = [entryOf(step, 'run'), entryOf(step, 'uses')];
    if (run && uses) yield refused(uses.key.range, path, 'A step has both `run` and `uses`.', 'Make two steps of it.');
    else if (!run && !uses) yield refused(range, path, 'A step has neither `run` nor `uses`.', 'Add one of them.');
    else yield* validate(step, run ? COMPOSITE_RUN : COMPOSITE_USES, { path, range });
    yield* idTwice(step, path, seen);
  }
}

function* idTwice(step: YamlMap, path: readonly string[], seen: Set<string>): Generator<Mismatch> {
  const id = entryOf(step, 'id')?.value;
  if (id?.type !== 'scalar' || id.text === '') return;
  if (seen.has(id.text.toLowerCase()))
    yield refused(id.range, path, `The id \`${short(id.text)}\` belongs to two steps.`, 'Give one of them another id.');
  seen.add(id.text.toLowerCase());
}

function short(text: string): string {
  return text.replaceAll('`', "'").slice(0, 60);
}

function refused(range: Range, path: readonly string[], what: string, remedy: string): Mismatch {
  return { kind: 'refused', range, path, what, remedy };
}
