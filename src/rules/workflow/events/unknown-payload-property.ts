import { EVENT_SHAPES, SHAPES } from './event-payloads.ts';

export interface UnknownProperty {
  /** As written below `github.event`, up to what is not there. */
  readonly path: readonly string[];
  /** What was asked of it. */
  readonly below: readonly string[];
  /** What stands in its place; empty for a property of a list. */
  readonly known: readonly string[];
  /** The property of a list that was taken for one of its elements: `labels` of `labels.name`. */
  readonly list?: string;
}

interface Shape {
  readonly properties: ReadonlyMap<string, Type>;
}

interface Type {
  readonly shape?: string;
  /** How many lists lie around the shape. */
  readonly lists: number;
}

/** Is no webhook's. */
const SCHEDULE = 'schedule workflow repository:repository organization:organization enterprise sender:organization_2';

/**
 * The first part of a path below `github.event` that none of the events brings; undefined where one brings it, and where
 * nobody can tell: an event whose payload is not described, a property that only other events have (a condition may keep
 * those apart). The path is in lower case, as GitHub compares names.
 */
export function unknownPayloadProperty(
  path: readonly string[],
  events: readonly string[],
): UnknownProperty | undefined {
  const shapes = events.map(shapeNameOf);
  if (events.length === 0 || shapes.some((shape) => shape === undefined)) return undefined;
  let types: readonly Type[] = shapes.map((shape) => ({ ...(shape ? { shape } : {}), lists: 0 }));
  for (const [index, step] of path.entries()) {
    if (types.some(({ shape, lists }) => shape === undefined && lists === 0)) return undefined;
    if (isElement(step)) {
      // GitHub takes every property of a plain object for `*` as well.
      if (types.some(({ lists }) => lists === 0)) return undefined;
      types = types.map((type) => ({ ...type, lists: type.lists - 1 }));
      continue;
    }
    if (types.every(({ lists }) => lists > 0))
      return { path: path.slice(0, index + 1), below: [], known: [], list: path[index - 1] ?? '' };
    const next = types.flatMap((type) =>
      type.lists > 0 ? [] : (shapeOf(type.shape ?? '').properties.get(step) ?? []),
    );
    if (next.length === 0) return index === 0 && isKnownElsewhere(step) ? undefined : unknown(path, index, types);
    types = next;
  }
  return undefined;
}

function shapeNameOf(event: string): string | undefined {
  const described = event === 'pull_request_target' ? 'pull_request' : event;
  if (described === 'schedule') return described;
  return Object.hasOwn(EVENT_SHAPES, described) ? EVENT_SHAPES[described] : undefined;
}

function isElement(step: string): boolean {
  return step === '*' || step === '[]' || /^\d+$/.test(step);
}

function unknown(path: readonly string[], index: number, types: readonly Type[]): UnknownProperty {
  const known = types.flatMap(({ shape = '' }) => [...shapeOf(shape).properties.keys()]);
  return { path: path.slice(0, index + 1), below: path.slice(index + 1), known: [...new Set(known)].sort() };
}

function isKnownElsewhere(property: string): boolean {
  return Object.values(EVENT_SHAPES).some((shape) => shapeOf(shape).properties.has(property));
}

const read = new Map<string, Shape>();

function shapeOf(name: string): Shape {
  const found = read.get(name) ?? readShape(name === 'schedule' ? SCHEDULE : (SHAPES[name] ?? ''));
  read.set(name, found);
  return found;
}

function readShape(text: string): Shape {
  return { properties: new Map(text.split(' ').map(readProperty)) };
}

function readProperty(text: string): [string, Type] {
  const [, name = '', lists = '', shape] = /^([^:[]+)((?:\[\])*)(?::(.*))?$/.exec(text) ?? [];
  return [name.toLowerCase(), { ...(shape ? { shape } : {}), lists: lists.length / 2 }];
}
