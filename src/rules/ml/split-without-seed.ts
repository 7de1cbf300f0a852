import { argument, type PythonCall } from '../../documents/python.ts';
import type { Document, Edit, Fix, Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { insertArgument } from './seeds/insert-argument.ts';
import { isTestPath, type PythonSource, type PythonUnit, pythonUnits } from './seeds/python-unit.ts';
import { seededState } from './seeds/seed-calls.ts';
import { seedRemovals } from './seeds/seed-removals.ts';
import { type SplitCall, splitCalls } from './seeds/split-calls.ts';

export const splitWithoutSeed: Rule<PythonSource> = {
  id: 'split-without-seed',
  kinds: ['python', 'notebook'],
  title: 'Random split has no seed',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document, context) {
    if (isTestPath(document.path)) return;
    const units = pythonUnits(document);
    const packages = new Set(units.flatMap(({ view }) => [...view.packages]));
    const splits = units.flatMap((unit, index) =>
      splitCalls(unit.view, packages).map((split) => ({ split, unit, index })),
    );
    const open = splits
      .filter(({ split }) => !isSeeded(split))
      .filter(({ split, index }) => !isSeededOutside(split, index, units, document, context));
    const told = context.side === 'head' ? toldAsRemoval(document, context) : new Set<PythonCall>();
    for (const { split, unit } of open) if (!told.has(split.call)) yield problem(split, unit, units);
    const [first] = splits;
    if (first && open.length === 0) {
      const range = first.unit.toFileRange(first.split.call.calleeRange);
      yield { proof: `${splits.length} of ${splits.length} random splits are seeded`, range };
    }
  },
};

function isSeeded({ call, seed, position }: SplitCall): boolean {
  if (call.hasDoubleStarArgs || (position !== undefined && call.hasStarArgs)) return true;
  const given = argument(call, seed, position) ?? argument(call, 'generator');
  return given !== undefined && given.value.value !== null;
}

/** By the global random state: seeded before the split, in the same scope or at module level, or by the program that calls it. */
function isSeededOutside(
  { call, state }: SplitCall,
  index: number,
  units: readonly PythonUnit[],
  document: Document,
  context: RuleContext,
): boolean {
  if (state === 'spark') return false;
  const suits = (other: PythonCall) => [state, 'all'].includes(seededState(other) ?? '');
  const own = units.slice(0, index + 1).some(({ view }, i) => {
    const seeds = seedingCalls(view).filter(suits);
    return seeds.some(
      (seed) => i < index || seed.functionName !== call.functionName || seed.range.start < call.range.start,
    );
  });
  if (own || call.functionName === '') return own;
  const others = [...context.project[context.side].documents.values()].filter(({ path }) => path !== document.path);
  return others.some((other) => pythonUnits(other).some(({ view }) => seedingCalls(view).some(suits)));
}

/** Asked for every split; a file may have thousands of calls. */
const seeding = new WeakMap<PythonUnit['view'], readonly PythonCall[]>();

function seedingCalls(view: PythonUnit['view']): readonly PythonCall[] {
  const calls = seeding.get(view) ?? view.calls.filter((call) => seededState(call) !== undefined);
  seeding.set(view, calls);
  return calls;
}

/** A seed that this change took away is told as such, and not twice. */
function toldAsRemoval(document: PythonSource, context: RuleContext): ReadonlySet<PythonCall> {
  const { change, base } = context.project;
  const file = change.files.find(({ path }) => path === document.path);
  const before = base.documents.get(file?.previousPath ?? document.path);
  return new Set(seedRemovals(before, document, context.project).flatMap(({ call }) => call ?? []));
}

function problem(split: SplitCall, unit: PythonUnit, units: readonly PythonUnit[]): Observation {
  const { call, seed } = split;
  const fix = addSeed(split, unit, units);
  const name = call.callee.slice(call.callee.lastIndexOf('.') + 1);
  return {
    range: unit.toFileRange(call.calleeRange),
    key: `${call.functionName}/${call.callee}`,
    message: {
      what: `${quote(name)} splits at random and has no ${quote(seed)}.`,
      why: 'Every run trains and tests on other rows, so a better score can be luck, and nobody can rebuild the split a model was chosen on.',
      remedy: `Pass ${quote(seed)} with a fixed value, best the one constant that the whole training uses.`,
    },
    ...(fix ? { fix } : {}),
  };
}

function addSeed(split: SplitCall, unit: PythonUnit, units: readonly PythonUnit[]): Fix | undefined {
  const { call, seed, position } = split;
  const value = seedValue(split, unit, units);
  if (value === undefined) return undefined;
  const given = argument(call, seed, position);
  const edit: Edit | undefined =
    given === undefined
      ? insertArgument(unit, call, `${seed}=${value}`)
      : given.value.text === 'None'
        ? { range: unit.toFileRange(given.value.range), text: value }
        : undefined;
  return edit && { title: `Fix the split with ${seed}=${value}`, safety: 'review', edits: [edit] };
}

/** The seed constant of the module where it has one, or 42. */
function seedValue({ call, seed }: SplitCall, unit: PythonUnit, units: readonly PythonUnit[]): string | undefined {
  const constant = units
    .slice(0, units.indexOf(unit) + 1)
    .flatMap(({ view, source }) =>
      seedConstants(view).filter(
        ({ range }) => source !== unit.source || call.functionName !== '' || range.start < call.range.start,
      ),
    )
    .at(-1);
  const number = constant?.name ?? '42';
  if (seed !== 'generator') return number;
  const torch = [...unit.view.aliases].find(([, name]) => name === 'torch')?.[0];
  return torch && `${torch}.Generator().manual_seed(${number})`;
}

const constants = new WeakMap<PythonUnit['view'], PythonUnit['view']['assignments']>();

function seedConstants(view: PythonUnit['view']): PythonUnit['view']['assignments'] {
  const found =
    constants.get(view) ??
    view.assignments.filter(
      ({ name, value, functionName }) =>
        functionName === '' && /^_?(seed|random_seed|random_state)$/i.test(name) && typeof value.value === 'number',
    );
  constants.set(view, found);
  return found;
}
