import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf, type YamlEntry, type YamlMap, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import { globProblem } from './glob-problem.ts';
import { type Mismatch, validate } from './validate.ts';
import { validateTags } from './validate-tags.ts';
import { CALLING_JOB, NORMAL_JOB, RUN_STEP, USES_STEP, WORKFLOW } from './workflow-schema.ts';

/** GitHub's own words: letters, digits, `-` and `_`, not beginning with a digit or `-`; two `_` are its own. */
const ID = /^(?!__)[A-Za-z_][\w-]*$/;
/** Steps that run nothing themselves. */
const STANDS_ALONE = ['wait', 'wait-all', 'cancel'];

/** Keys of a workflow, which may have slipped in among its jobs, and what tells a job that only has their name. */
const OF_THE_WORKFLOW: ReadonlySet<string> = new Set(['concurrency', 'defaults', 'env', 'name', 'permissions']);
const OF_A_JOB = ['runs-on', 'steps', 'uses'];

/** Everything in a workflow that GitHub refuses, or that this version does not know. */
export function* validateWorkflow({ view }: WorkflowDocument): Generator<Mismatch> {
  const { root } = view;
  yield* validateTags(root);
  yield* validate(root, WORKFLOW, { path: [], range: firstKey(root) });
  const jobs = entryOf(root, 'jobs')?.value;
  if (jobs?.type !== 'map') return;
  for (const entry of jobs.entries) yield* validateJob(entry);
}

function* validateJob({ key, value, merged }: YamlEntry): Generator<Mismatch> {
  const path = ['jobs', key.text];
  if (merged) return;
  if (!ID.test(key.text)) yield badId(key, path, 'job');
  if (OF_THE_WORKFLOW.has(key.text) && !OF_A_JOB.some((own) => entryOf(value, own))) {
    yield {
      kind: 'refused',
      range: key.range,
      path,
      what: `\`${key.text}\` stands under \`jobs\`, so it is taken for a job.`,
      remedy: 'Move it out to the top of the file, beside `jobs`.',
    };
    return;
  }
  if (value.type !== 'map') {
    yield {
      kind: 'refused',
      range: key.range,
      path,
      what: `The job \`${key.text.slice(0, 60)}\` has no keys of its own.`,
      remedy: 'Give it `runs-on` and `steps`, or `uses`.',
    };
    return;
  }
  const calls = entryOf(value, 'uses');
  const mixed = calls && (entryOf(value, 'steps') ?? entryOf(value, 'runs-on'));
  if (mixed) {
    yield {
      kind: 'refused',
      range: mixed.key.range,
      path,
      what: `The job \`${key.text}\` has both \`uses\` and \`${mixed.key.text}\`.`,
      remedy: 'A job either calls a workflow or has steps of its own: split it in two.',
    };
    return;
  }
  yield* validate(value, calls ? CALLING_JOB : NORMAL_JOB, { path, range: key.range });
  yield* validateSnapshot(entryOf(value, 'snapshot')?.value, path);
  yield* validateSteps(entryOf(value, 'steps')?.value, path);
}

function* validateSnapshot(snapshot: YamlNode | undefined, path: readonly string[]): Generator<Mismatch> {
  const version = entryOf(snapshot, 'version')?.value;
  if (version?.type !== 'scalar' || version.text === '') return;
  const wrong = globProblem(version.text, 'name');
  if (!wrong) return;
  yield {
    kind: 'refused',
    range: version.range,
    path: [...path, 'snapshot', 'version'],
    what: `The version \`${version.text.replaceAll('`', "'").slice(0, 60)}\` is no pattern: ${wrong}.`,
    remedy: 'Correct it.',
  };
}

function* validateSteps(steps: YamlNode | undefined, path: readonly string[]): Generator<Mismatch> {
  if (steps?.type !== 'list') return;
  const seen = new Set<string>();
  for (const item of steps.items) {
    if (item.type !== 'map') {
      yield {
        kind: 'refused',
        range: item.range,
        path,
        what: 'A step is empty or a single value.',
        remedy: 'Give it `run` or `uses`.',
      };
      continue;
    }
    if (entryOf(item, 'parallel')) yield* validateSteps(entryOf(item, 'parallel')?.value, path);
    else yield* validateStep(item, path, seen);
  }
}

function* validateStep(step: YamlMap, path: readonly string[], seen: Set<string>): Generator<Mismatch> {
  const [run, uses, id] = [entryOf(step, 'run'), entryOf(step, 'uses'), entryOf(step, 'id')];
  const at = { path: [...path, 'steps'], range: firstKey(step) };
  if (run && uses) {
    yield {
      kind: 'refused',
      range: uses.key.range,
      path: at.path,
      what: 'A step has both `run` and `uses`.',
      remedy: 'Make two steps of it.',
    };
    return;
  }
  if (!run && !uses) {
    if (!STANDS_ALONE.some((key) => entryOf(step, key)))
      yield {
        kind: 'refused',
        range: at.range,
        path: at.path,
        what: 'A step has neither `run` nor `uses`.',
        remedy: 'Add one of them.',
      };
  }
  yield* validate(step, uses ? USES_STEP : RUN_STEP, { ...at, path: [...at.path, 'step'] });
  yield* validateUses(uses, at.path);
  if (id?.value.type !== 'scalar' || id.value.text.includes('${{')) return;
  const { text } = id.value;
  if (!ID.test(text)) yield badId(id.value, at.path, 'step');
  if (seen.has(text.toLowerCase())) {
    yield {
      kind: 'refused',
      range: id.value.range,
      path: [...at.path, text],
      what: `The id \`${text.slice(0, 60)}\` belongs to two steps of the job.`,
      remedy: 'Give one of them another id.',
    };
  }
  seen.add(text.toLowerCase());
}

/** A file of this repository, an image, or a repository at a version. */
const USES = /^(\.\.?\/|docker:\/\/.|[\w-][\w.-]*\/[\w.-]+(\/[^@]*)?@.)/;

function* validateUses(uses: YamlEntry | undefined, path: readonly string[]): Generator<Mismatch> {
  if (uses?.value.type !== 'scalar') return;
  const { text, range } = uses.value;
  if (text === '' || text.includes('${{') || USES.test(text)) return;
  yield {
    kind: 'refused',
    range,
    path: [...path, text],
    what: `\`${text.replaceAll('`', "'").slice(0, 60)}\` names no action.`,
    remedy: 'Write `owner/repository@version`, `./path` or `docker://image`.',
  };
}

function badId(
  { text, range }: { readonly text: string; readonly range: Mismatch['range'] },
  path: readonly string[],
  what: string,
): Mismatch {
  return {
    kind: 'refused',
    range,
    path: [...path, 'id'],
    what: `\`${text.replaceAll('`', "'").slice(0, 60)}\` is no id for a ${what}.`,
    remedy: 'Begin with a letter or `_`; use letters, digits, `-` and `_`.',
  };
}

/** A whole mapping is too much to point at: its first key stands for it. */
function firstKey({ entries, range }: YamlMap): Mismatch['range'] {
  return entries[0]?.key.range ?? { start: range.start, end: range.start };
}
