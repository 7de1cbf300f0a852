import type { ParamsDocument } from '../../../documents/params.ts';
import type { Document, Project, Side } from '../../../types.ts';
import { pythonUnits } from './python-unit.ts';
import { seededState } from './seed-calls.ts';

const SEED_NAME = /(^|[._ ])(seed|random_state|random_seed)$/i;

/**
 * Seeds that the change adds anywhere: seeding calls, settings and constants. Where there is one, a seed that vanished
 * elsewhere was most likely moved there.
 */
export function newSeedsIn(project: Project): readonly string[] {
  const found = known.get(project) ?? findNewSeeds(project);
  known.set(project, found);
  return found;
}

/** Every changed file asks for the same ones. */
const known = new WeakMap<Project, readonly string[]>();

function findNewSeeds(project: Project): readonly string[] {
  const left = [...evidence(project, 'base')];
  const added: string[] = [];
  for (const one of evidence(project, 'head')) {
    const index = left.indexOf(one);
    if (index < 0) added.push(one);
    else left.splice(index, 1);
  }
  return [...added, ...inOtherFiles(project)];
}

/** Whether a dotted key or variable name is that of a seed. */
export function isSeedName(name: string): boolean {
  return SEED_NAME.test(name);
}

function* evidence(project: Project, side: Side): Generator<string> {
  for (const { path, previousPath } of project.change.files) {
    const document = project[side].documents.get(side === 'base' ? (previousPath ?? path) : path);
    if (document) yield* inDocument(document);
  }
}

function inDocument(document: Document): readonly string[] {
  if (document.kind === 'params') {
    const { params } = (document as ParamsDocument).view;
    return params.filter(({ key, scalar }) => isSeedName(key) && scalar.value !== null).map(({ key }) => key);
  }
  return pythonUnits(document).flatMap(({ view }) => [
    ...view.calls.filter((call) => seededState(call) !== undefined).map(({ resolved }) => resolved),
    ...view.assignments.filter(({ name, value }) => isSeedName(name) && value.value !== null).map(({ name }) => name),
    ...view.functions.flatMap(({ parameters }) => parameters.map(({ name }) => `parameter ${name}`)).filter(isSeedName),
  ]);
}

/** Settings files of formats that are not parsed: their added lines tell. */
function inOtherFiles(project: Project): readonly string[] {
  const unread = project.change.files.filter(({ path }) => !project.head.documents.has(path));
  return unread
    .flatMap(({ hunks = [] }) => hunks.flatMap(({ lines }) => lines))
    .filter((line) => /^\+.*\b(\w+_)?(seed|random_state)\b["']?\s*[:=]/i.test(line));
}
