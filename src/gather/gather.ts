import { kindOfPath } from '../change/kind-of-path.ts';
import { buildProject, type ParseOptions } from '../subjects/build-project.ts';
import { companionsOf } from '../subjects/companions-of.ts';
import { factKey } from '../subjects/fact-key.ts';
import type {
  Change,
  FactAnswer,
  FactRequest,
  Facts,
  FileContent,
  Need,
  Project,
  Rule,
  Side,
  Snapshot,
  Source,
  Subject,
} from '../types.ts';
import { expandNeeds } from './expand-needs.ts';

/** Needs can bring files that bring needs; deeper chains than this are cut, and said. */
const MAX_ROUNDS = 5;
/** Files read beside the changed ones, per side. */
const MAX_COMPANIONS = 400;

const SIDES = ['base', 'head'] as const;

/** Reads the changed files of both sides and, round by round, what rules need beside them. */
export async function gather(
  change: Change,
  source: Source,
  facts: Facts,
  rules: readonly Rule[],
  options: ParseOptions,
): Promise<Snapshot> {
  let snapshot = await readChanged(change, source);
  const shortfalls: string[] = [];
  for (let round = 0; ; round++) {
    const project = await buildProject(snapshot, options);
    const missing = missingNeeds(project, snapshot, rules, facts);
    if (missing.facts.length + missing.base.length + missing.head.length === 0) break;
    if (round === MAX_ROUNDS) {
      shortfalls.push(`files that refer to each other were followed ${MAX_ROUNDS} steps and no further`);
      break;
    }
    snapshot = await readMissing(snapshot, missing, source, facts, shortfalls);
  }
  return { ...snapshot, shortfalls };
}

async function readChanged(change: Change, source: Source): Promise<Snapshot> {
  // What no rule looks at is not read; a file that was of interest under its old name is.
  const reviewed = change.files.filter(
    (file) => file.kind !== 'other' || (file.previousPath !== undefined && kindOfPath(file.previousPath) !== 'other'),
  );
  const paths: Record<Side, readonly string[]> = {
    head: reviewed.filter((file) => file.status !== 'removed').map((file) => file.path),
    base: reviewed.filter((file) => file.status !== 'added').map((file) => file.previousPath ?? file.path),
  };
  const hasBase = change.mergeBaseSha !== undefined;
  const [base, head, baseTree, headTree] = await Promise.all([
    hasBase ? source.read('base', paths.base) : new Map<string, FileContent>(),
    source.read('head', paths.head),
    hasBase ? source.tree('base') : new Set<string>(),
    source.tree('head'),
  ]);
  return { change, files: { base, head }, tree: { base: baseTree, head: headTree }, facts: new Map(), shortfalls: [] };
}

interface Missing extends Record<Side, readonly string[]> {
  readonly facts: readonly FactRequest[];
}

function missingNeeds(project: Project, snapshot: Snapshot, rules: readonly Rule[], { kinds }: Facts): Missing {
  const requests = new Map<string, FactRequest>();
  const paths = SIDES.map((side) => {
    if (side === 'base' && snapshot.change.mergeBaseSha === undefined) return [];
    const needs = [...companionNeeds(project, side), ...ruleNeeds(project, side, rules)];
    for (const need of needs)
      if ('fact' in need && kinds?.includes(need.fact) !== false) requests.set(factKey(need), need);
    return expandNeeds(needs, snapshot.tree[side], new Set(snapshot.files[side].keys()));
  });
  const facts = [...requests].filter(([key]) => !snapshot.facts.has(key)).map(([, request]) => request);
  return { facts, base: paths[0] ?? [], head: paths[1] ?? [] };
}

function companionNeeds(project: Project, side: Side): Need[] {
  return project.change.files.flatMap(({ path, previousPath, kind }) => {
    const own = side === 'base' ? (previousPath ?? path) : path;
    return companionsOf(own, project[side].documents.get(own)?.kind ?? kind);
  });
}

function* ruleNeeds(project: Project, side: Side, rules: readonly Rule[]): Generator<Need> {
  const changed = new Set(project.change.files.flatMap(({ path, previousPath }) => [path, previousPath ?? path]));
  const touched = project[side].subjects.filter((subject) => isTouched(subject, changed));
  const others = othersOf(project, side);
  for (const rule of rules) {
    if (!rule.needs) continue;
    for (const subject of touched) {
      if (subject.type !== rule.on || subject.value === undefined) continue;
      if (rule.on === 'project' || subject.kinds.some((kind) => rule.kinds.includes(kind)))
        yield* needsOf(rule, subject, others(subject));
    }
  }
}

/** Finds the subject that stands for the same thing on the other side. */
function othersOf(project: Project, side: Side): (subject: Subject) => Subject | undefined {
  const other = side === 'base' ? 'head' : 'base';
  const byKey = new Map(project[other].subjects.map((subject) => [`${subject.type} ${subject.key}`, subject]));
  const names = new Map(
    project.change.files.map(({ path, previousPath = path }) =>
      side === 'base' ? [previousPath, path] : [path, previousPath],
    ),
  );
  return ({ type, key }) => byKey.get(`${type} ${names.get(key) ?? key}`);
}

/** A rule that throws here says so again when it runs; gathering goes on without it. */
function needsOf(rule: Rule, subject: Subject, other: Subject | undefined): Need[] {
  try {
    return [...(rule.needs?.(subject.value as never, other?.value as never) ?? [])];
  } catch {
    return [];
  }
}

function isTouched(subject: Subject, changed: ReadonlySet<string>): boolean {
  return subject.type === 'project' || subject.paths.some((path) => changed.has(path));
}

async function readMissing(
  snapshot: Snapshot,
  missing: Missing,
  source: Source,
  facts: Facts,
  shortfalls: string[],
): Promise<Snapshot> {
  const [base, head, answers] = await Promise.all([
    readSide(snapshot, 'base', missing.base, source, shortfalls),
    readSide(snapshot, 'head', missing.head, source, shortfalls),
    missing.facts.length > 0 ? facts.answer(missing.facts) : [],
  ]);
  const known = new Map<string, FactAnswer>(snapshot.facts);
  for (const [i, request] of missing.facts.entries()) known.set(factKey(request), answers[i] ?? { state: 'unknown' });
  return { ...snapshot, files: { base, head }, facts: known };
}

async function readSide(
  snapshot: Snapshot,
  side: Side,
  paths: readonly string[],
  source: Source,
  shortfalls: string[],
): Promise<ReadonlyMap<string, FileContent>> {
  const known = snapshot.files[side];
  if (paths.length === 0) return known;
  const room = Math.max(0, MAX_COMPANIONS + snapshot.change.files.length - known.size);
  if (paths.length > room) shortfalls.push(`only ${room} of ${paths.length} further files of the ${side} were read`);
  const wanted = paths.slice(0, room);
  const read = wanted.length > 0 ? await source.read(side, wanted) : new Map<string, FileContent>();
  const skipped = paths
    .slice(room)
    .map((path): [string, FileContent] => [path, { state: 'omitted', reason: 'over the limit of files read' }]);
  return new Map([...known, ...read, ...skipped]);
}
