import type { PythonArgument, PythonCall } from '../../../documents/python.ts';
import type { Document, Project, Range } from '../../../types.ts';
import { isTestPath, type PythonUnit, pythonUnits } from './python-unit.ts';
import { seededState } from './seed-calls.ts';
import { newSeedsIn } from './seed-evidence.ts';

/** A seed of the base that the head does not have, although what it seeded is still there. */
export interface SeedRemoval {
  /** As it was: `random_state=42`, `np.random.seed(42)`. */
  readonly text: string;
  /** In the base file. */
  readonly baseRange: Range;
  readonly before: PythonCall;
  /** The call in the head that lost its seed; absent where a statement is gone. */
  readonly call?: PythonCall;
  readonly unit?: PythonUnit;
}

interface Placed {
  readonly call: PythonCall;
  readonly unit: PythonUnit;
}

/** Random by default: everything else may be seeded by its own default, as XGBoost, LightGBM, CatBoost and Trainer are. */
const SEEDED_BY_DEFAULT = /^(xgboost|lightgbm|catboost)\.|TrainingArguments$/;
const GENERATORS = /^(numpy\.random\.(default_rng|RandomState|SeedSequence)|random\.Random)$/;

/** Compares two versions of a Python file or notebook; whatever was moved within the change is not removed. */
export function seedRemovals(
  base: Document | undefined,
  head: Document | undefined,
  project: Project,
): readonly SeedRemoval[] {
  if (!base || !head || isTestPath(head.path)) return [];
  const before = placedCalls(base);
  const after = placedCalls(head);
  if (newSeedsIn(project).length > 0) return [];
  return [...lostArguments(before, after, project), ...lostStatements(before, after, head)];
}

function placedCalls(document: Document): readonly Placed[] {
  return pythonUnits(document).flatMap((unit) => unit.view.calls.map((call) => ({ call, unit })));
}

/** The argument that seeds this call, if it has one with a value. */
export function seedArgument(call: PythonCall): PythonArgument | undefined {
  const first = call.args[0];
  if (GENERATORS.test(call.resolved) && first && first.name === undefined)
    return first.value.value === null ? undefined : first;
  return call.args.find(
    ({ name, value }) =>
      name !== undefined &&
      value.value !== null &&
      (/^(random_state|(\w+_)?seed)$/.test(name) || (name === 'generator' && value.text.includes('seed'))),
  );
}

function lostArguments(before: readonly Placed[], after: readonly Placed[], project: Project): SeedRemoval[] {
  const groups = new Set(before.filter(({ call }) => seedArgument(call)).map(({ call }) => groupOf(call)));
  return [...groups].flatMap((group) => {
    const old = before.filter(({ call }) => groupOf(call) === group);
    const now = after.filter(({ call }) => groupOf(call) === group);
    return pairCalls(old, now).flatMap(([one, other]) => lostArgument(one, other, project));
  });
}

function groupOf(call: PythonCall): string {
  return `${call.functionName} ${call.resolved}`;
}

/** Equal calls first, then in the order of the text. */
function pairCalls(before: readonly Placed[], after: readonly Placed[]): readonly (readonly [Placed, Placed])[] {
  const open = [...after];
  const pairs: [Placed, Placed][] = [];
  const take = (one: Placed, index: number) => {
    const [other] = index < 0 ? [] : open.splice(index, 1);
    if (other) pairs.push([one, other]);
    return other !== undefined;
  };
  const rest = before.filter(
    (one) =>
      !take(
        one,
        open.findIndex((other) => shapeOf(other) === shapeOf(one)),
      ),
  );
  const left = rest.filter(
    (one) =>
      !take(
        one,
        open.findIndex((other) => shapeOf(other, true) === shapeOf(one, true)),
      ),
  );
  for (const one of left) take(one, 0);
  return pairs;
}

function shapeOf({ call }: Placed, withoutSeed = false): string {
  const seed = withoutSeed ? seedArgument(call) : undefined;
  return call.args
    .filter((arg) => arg !== seed)
    .map(({ name, value }) => `${name ?? ''}=${value.text}`)
    .join();
}

function lostArgument(before: Placed, after: Placed, project: Project): SeedRemoval[] {
  const seed = seedArgument(before.call);
  const { call, unit } = after;
  if (!seed || seedArgument(call) || SEEDED_BY_DEFAULT.test(call.resolved)) return [];
  if (call.hasDoubleStarArgs && !before.call.hasDoubleStarArgs) return [];
  if (call.args.some(({ name, value }) => /^(generator|rng)$/.test(name ?? '') && value.value !== null)) return [];
  if (isShuffleOff(call) || isMovedElsewhere(before.call, project)) return [];
  const text = before.unit.source.slice(seed.range.start, seed.range.end);
  return [{ text, baseRange: before.unit.toFileRange(seed.range), before: before.call, call, unit }];
}

function isShuffleOff(call: PythonCall): boolean {
  return call.args.some(({ name, value }) => name === 'shuffle' && value.value === false);
}

/** Another changed file now holds as many seeded calls of this kind as there were. */
function isMovedElsewhere(before: PythonCall, project: Project): boolean {
  const count = (side: 'base' | 'head') => {
    const paths = project.change.files.map(({ path, previousPath }) =>
      side === 'base' ? (previousPath ?? path) : path,
    );
    const calls = paths
      .flatMap((path) => pythonUnits(project[side].documents.get(path)))
      .flatMap(({ view }) => view.calls);
    return calls.filter((call) => call.resolved === before.resolved && seedArgument(call)).length;
  };
  return count('head') >= count('base');
}

function lostStatements(before: readonly Placed[], after: readonly Placed[], head: Document): SeedRemoval[] {
  const functions = new Set(['', ...pythonUnits(head).flatMap(({ view }) => view.functions.map(({ name }) => name))]);
  return before.flatMap(({ call, unit }) => {
    if (seededState(call) === undefined || !functions.has(call.functionName)) return [];
    const isThere = after.some(
      (other) => other.call.resolved === call.resolved && seededState(other.call) !== undefined,
    );
    const emptied = after.find(
      (other) => groupOf(other.call) === groupOf(call) && seededState(other.call) === undefined,
    );
    if (isThere) return [];
    const text = unit.source.slice(call.range.start, call.range.end);
    const now = emptied ? { call: emptied.call, unit: emptied.unit } : {};
    return [{ text, baseRange: unit.toFileRange(call.range), before: call, ...now }];
  });
}
