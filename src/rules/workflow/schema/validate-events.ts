import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf, itemsAt, type YamlEntry, type YamlMap, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import { closestName } from '../jobs/closest-name.ts';
import { cronProblem } from './cron-problem.ts';
import { checkDispatchDefault, repeatedOptions } from './dispatch-values.ts';
import { CALL, DISPATCH, REPOSITORY_DISPATCH, SCHEDULE } from './event-schemas.ts';
import { EVENTS, type EventFacts, OWN_SHAPE, SINGLE_FILTERS } from './events.ts';
import { globProblem } from './glob-problem.ts';
import { isTimeZone } from './is-time-zone.ts';
import { type Mismatch, validate } from './validate.ts';

/** Everything below `on:` that GitHub refuses or that has no effect. */
export function* validateEvents({ view }: WorkflowDocument): Generator<Mismatch> {
  const entry = entryOf(view.root, 'on');
  if (!entry) return;
  const { value } = entry;
  if (value.type === 'scalar') yield* named(value, ['on']);
  else if (value.type === 'list') for (const item of value.items) yield* named(item, ['on']);
  else for (const event of value.entries) for (const found of configured(event)) yield asIgnored(found);
}

const FILTERS = new Set(['types', ...['branches', 'tags', 'paths'].flatMap((name) => [name, `${name}-ignore`])]);

/**
 * GitHub leaves out a filter that belongs to other events, and starts the workflow whenever the event happens: see
 * https://github.com/orgs/community/discussions/26286 and https://github.com/orgs/community/discussions/75933.
 */
function asIgnored(found: Mismatch): Mismatch {
  const [, , key = '', ...below] = found.path;
  const isForeign = found.kind === 'unknown' && below.length === 0 && FILTERS.has(key);
  if (!isForeign) return found;
  return {
    ...found,
    kind: 'idle',
    severity: 'medium',
    what: `\`${found.path[1]}\` takes no \`${key}\`, and GitHub leaves it out: the workflow starts every time.`,
    remedy: 'Ask for it in the `if` of the jobs.',
  };
}

function* named(node: YamlNode, path: readonly string[]): Generator<Mismatch> {
  if (node.type !== 'scalar') {
    yield refused(node.range, path, 'An item of `on` is no event name.', 'List names, or write `on` as a mapping.');
    return;
  }
  if (node.text.includes('${{')) return;
  if (node.text === '') yield refused(node.range, path, '`on` is empty.', 'Name at least one event.');
  else if (!Object.hasOwn(EVENTS, node.text)) yield unknownEvent(node.text, node.range);
  else if (node.text === 'schedule')
    yield refused(node.range, [...path, 'schedule'], '`schedule` says no time.', 'Give it a list of `cron` lines.');
}

function unknownEvent(text: string, range: Mismatch['range']): Mismatch {
  const meant = closestName(text, Object.keys(EVENTS));
  return {
    kind: meant ? 'refused' : 'unknown',
    range,
    path: ['on', text],
    what: `\`${text.replaceAll('`', "'").slice(0, 60)}\` is no event that starts a workflow.`,
    remedy: meant ? `Write \`${meant}\`.` : 'Check its name.',
    ...(meant ? { meant } : {}),
  };
}

function* configured({ key, value, range }: YamlEntry): Generator<Mismatch> {
  const path = ['on', key.text];
  const facts = Object.hasOwn(EVENTS, key.text) ? EVENTS[key.text] : undefined;
  if (!facts) {
    yield unknownEvent(key.text, key.range);
    return;
  }
  if (key.text === 'schedule') yield* validateSchedule(value, path, range);
  else if (key.text === 'workflow_dispatch') yield* validateDispatch(value, path, range);
  else if (key.text === 'workflow_call') yield* validateCall(value, path, key.range);
  else if (key.text === 'repository_dispatch') yield* validate(value, REPOSITORY_DISPATCH, { path, range: key.range });
  else if (!OWN_SHAPE.has(key.text)) yield* validateFilters(value, facts, path, key.range);
}

function* validateSchedule(value: YamlNode, path: readonly string[], range: Mismatch['range']): Generator<Mismatch> {
  yield* validate(value, SCHEDULE, { path, range });
  for (const item of itemsAt(value)) {
    yield* validateZone(item, path);
    const cron = entryOf(item, 'cron')?.value;
    if (cron?.type !== 'scalar' || cron.text === '' || cron.text.includes('${{')) continue;
    const problem = cronProblem(cron.text);
    if (problem)
      yield refused(
        cron.range,
        [...path, 'cron'],
        `The schedule \`${cron.text.replaceAll('`', "'").slice(0, 60)}\` is not read: ${problem}.`,
        'Write five fields: minute, hour, day, month, day of the week.',
      );
  }
}

function* validateZone(item: YamlNode, path: readonly string[]): Generator<Mismatch> {
  const zone = entryOf(item, 'timezone')?.value;
  if (zone?.type !== 'scalar' || zone.text === '' || isTimeZone(zone.text)) return;
  yield refused(
    zone.range,
    [...path, 'timezone'],
    `\`${zone.text.replaceAll('`', "'").slice(0, 60)}\` is no time zone.`,
    'Write a name such as `Europe/Berlin`, from the IANA list.',
  );
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflow_dispatch */
const MAX_INPUTS = 25;

function* validateDispatch(value: YamlNode, path: readonly string[], range: Mismatch['range']): Generator<Mismatch> {
  yield* validate(value, DISPATCH, { path, range });
  const inputs = entryOf(value, 'inputs')?.value;
  if (inputs?.type !== 'map') return;
  const tooMany = inputs.entries[MAX_INPUTS];
  if (tooMany)
    yield refused(
      tooMany.key.range,
      [...path, 'inputs'],
      `There are ${inputs.entries.length} inputs; ${MAX_INPUTS} are the most.`,
      'Take several values as JSON in one input.',
    );
  for (const { key, value: input } of inputs.entries) {
    yield* checkDispatchDefault(input, [...path, 'inputs', key.text]);
    const type = entryOf(input, 'type')?.value;
    const options = entryOf(input, 'options');
    const isChoice = type?.type === 'scalar' && type.text === 'choice';
    if (isChoice && !options)
      yield refused(
        key.range,
        [...path, 'inputs', key.text],
        `The choice \`${key.text.slice(0, 60)}\` has no options.`,
        'List them under `options`.',
      );
    if (!isChoice && options)
      yield refused(
        options.key.range,
        [...path, 'inputs', key.text],
        `\`${key.text.slice(0, 60)}\` has options and is no choice.`,
        'Set `type: choice`, or take the options out.',
      );
    if (options) yield* repeatedOptions(options, [...path, 'inputs', key.text]);
    if (isChoice && options) yield* defaultAmongOptions(input, options, [...path, 'inputs', key.text]);
  }
}

function* validateCall(value: YamlNode, path: readonly string[], range: Mismatch['range']): Generator<Mismatch> {
  yield* validate(value, CALL, { path, range });
  const inputs = entryOf(value, 'inputs')?.value;
  if (inputs?.type !== 'map') return;
  for (const { key, value: input } of inputs.entries) {
    yield* defaultOfType(input, [...path, 'inputs', key.text]);
    yield* unusedDefault(input, [...path, 'inputs', key.text]);
  }
}

function* unusedDefault(input: YamlNode, path: readonly string[]): Generator<Mismatch> {
  const [required, fallback] = [entryOf(input, 'required')?.value, entryOf(input, 'default')];
  if (!fallback || required?.type !== 'scalar' || required.value !== true) return;
  yield {
    ...refused(
      fallback.key.range,
      [...path, 'default', 'unused'],
      `\`${(path.at(-1) ?? '').slice(0, 60)}\` is required and has a default, which is never used.`,
      'Take one of them out: every call must give a required input.',
    ),
    kind: 'idle',
  };
}

function* defaultOfType(input: YamlNode, path: readonly string[]): Generator<Mismatch> {
  const [type, fallback] = [entryOf(input, 'type')?.value, entryOf(input, 'default')?.value];
  if (type?.type !== 'scalar' || (type.text !== 'number' && type.text !== 'boolean')) return;
  if (fallback?.type !== 'scalar' || fallback.value === null || fallback.text.includes('${{')) return;
  if (typeof fallback.value === type.text) return;
  yield refused(
    fallback.range,
    [...path, 'default'],
    `The default \`${fallback.text.replaceAll('`', "'").slice(0, 60)}\` is no ${type.text}.`,
    `Write a ${type.text}, or change the type.`,
  );
}

function* defaultAmongOptions(input: YamlNode, options: YamlEntry, path: readonly string[]): Generator<Mismatch> {
  const fallback = entryOf(input, 'default')?.value;
  const words = itemsAt(options.value).map((item) => (item.type === 'scalar' ? item.text : ''));
  if (fallback?.type !== 'scalar' || fallback.value === null || words.includes(fallback.text)) return;
  yield refused(
    fallback.range,
    [...path, 'default'],
    `The default \`${fallback.text.slice(0, 60)}\` is none of the options.`,
    'Choose one of them.',
  );
}

const PAIRS = [
  ['branches', 'branches-ignore'],
  ['tags', 'tags-ignore'],
  ['paths', 'paths-ignore'],
] as const;

function* validateFilters(
  value: YamlNode,
  facts: EventFacts,
  path: readonly string[],
  range: Mismatch['range'],
): Generator<Mismatch> {
  if (value.type === 'scalar' && value.value === null) return;
  if (value.type !== 'map') {
    yield refused(range, path, `\`${path.at(-1)}\` is no mapping.`, 'Write filters below it, or nothing.');
    return;
  }
  const allowed = [
    ...(facts.types.length > 0 ? ['types'] : []),
    ...facts.filters.flatMap((filter) => (SINGLE_FILTERS.has(filter) ? [filter] : [filter, `${filter}-ignore`])),
  ];
  for (const entry of value.entries) {
    if (!allowed.includes(entry.key.text)) yield wrongFilter(entry, allowed, path);
    else if (entry.key.text === 'types') yield* validateTypes(entry, facts.types, path);
    else yield* validatePatterns(entry, path);
  }
  // A merge group takes both.
  if (path.at(-1) !== 'merge_group') yield* exclusivePairs(value, path);
  if (path.at(-1) === 'workflow_run' && !entryOf(value, 'workflows'))
    yield refused(range, path, '`workflow_run` names no workflow.', 'List the names under `workflows`.');
}

function wrongFilter({ key }: YamlEntry, allowed: readonly string[], path: readonly string[]): Mismatch {
  const meant = FILTERS.has(key.text) ? undefined : closestName(key.text, allowed);
  const words = allowed.map((word) => `\`${word}\``).join(', ');
  return {
    kind: FILTERS.has(key.text) ? 'unknown' : 'refused',
    range: key.range,
    path: [...path, key.text],
    what: `\`${path.at(-1)}\` takes no \`${key.text.replaceAll('`', "'").slice(0, 60)}\`.`,
    remedy: meant ? `Write \`${meant}\`.` : words === '' ? 'It has no filters.' : `It knows ${words}.`,
    ...(meant ? { meant } : {}),
  };
}

function* validateTypes({ value }: YamlEntry, types: readonly string[], path: readonly string[]): Generator<Mismatch> {
  for (const item of itemsAt(value)) {
    if (item.type !== 'scalar' || types.includes(item.text) || item.text.includes('${{')) continue;
    const meant = closestName(item.text, types);
    yield {
      kind: meant ? 'refused' : 'unknown',
      range: item.range,
      path: [...path, 'types', item.text],
      what: `\`${path.at(-1)}\` has no activity \`${item.text.replaceAll('`', "'").slice(0, 60)}\`.`,
      remedy: meant ? `Write \`${meant}\`.` : `It knows ${types.map((type) => `\`${type}\``).join(', ')}.`,
      ...(meant ? { meant } : {}),
    };
  }
}

function* validatePatterns({ key, value }: YamlEntry, path: readonly string[]): Generator<Mismatch> {
  const items = itemsAt(value);
  if (items.length === 0 && key.text !== 'workflows')
    yield refused(key.range, [...path, key.text], `\`${key.text}\` lists nothing.`, 'List patterns, or take it out.');
  if (key.text === 'workflows') return;
  for (const item of items) {
    if (item.type !== 'scalar' || item.text.includes('${{')) continue;
    const problem = globProblem(item.text, patternKind(key.text));
    if (problem)
      yield refused(
        item.range,
        [...path, key.text, item.text],
        `The pattern \`${item.text.replaceAll('`', "'").slice(0, 60)}\` matches nothing: ${problem}.`,
        'Correct it.',
      );
  }
}

function patternKind(filter: string): 'path' | 'ref' | 'name' {
  if (filter.startsWith('paths')) return 'path';
  return SINGLE_FILTERS.has(filter) ? 'name' : 'ref';
}

function* exclusivePairs(value: YamlMap, path: readonly string[]): Generator<Mismatch> {
  for (const [only, ignore] of PAIRS) {
    const both = entryOf(value, only) && entryOf(value, ignore);
    if (both)
      yield refused(
        both.key.range,
        [...path, ignore],
        `\`${only}\` and \`${ignore}\` stand together.`,
        'Use one of them; `!pattern` excludes within the other.',
      );
  }
}

function refused(range: Mismatch['range'], path: readonly string[], what: string, remedy: string): Mismatch {
  return { kind: 'refused', range, path, what, remedy };
}
