import { EVENT_SHAPES } from './event-payloads.ts';
import { type PayloadProperty, payloadShape, shapeOfEvent } from './payload-shape.ts';

export interface UnknownProperty {
  /** As written below `github.event`, up to what is not there. */
  readonly path: readonly string[];
  /** What was asked of it. */
  readonly below: readonly string[];
  /** What stands in its place. */
  readonly known: readonly string[];
}

/**
 * The first part of a path below `github.event` that none of the events brings; undefined where one brings it, and where
 * nobody can tell: an event whose payload is not described, a property that only other events have (a condition may keep
 * those apart). The path is in lower case, as GitHub compares names.
 */
export function unknownPayloadProperty(
  path: readonly string[],
  events: readonly string[],
): UnknownProperty | undefined {
  const shapes = events.map(shapeOfEvent);
  if (events.length === 0 || shapes.includes(undefined)) return undefined;
  let found: readonly PayloadProperty[] = shapes.map((shape = '') => ({ kind: 'object', shape, lists: 0 }));
  for (const [index, step] of path.entries()) {
    const isElement = step === '*' || step === '[]' || /^\d+$/.test(step);
    if (found.some((one) => (isElement ? one.lists === 0 : one.lists > 0 || one.kind !== 'object'))) return undefined;
    const next = isElement ? found.map((one) => ({ ...one, lists: one.lists - 1 })) : membersOf(found, step);
    if (next.length === 0) return index === 0 && isKnownElsewhere(step) ? undefined : unknown(path, index, found);
    found = next;
  }
  return undefined;
}

function membersOf(found: readonly PayloadProperty[], name: string): PayloadProperty[] {
  return found.flatMap(({ shape = '' }) => payloadShape(shape).get(name) ?? []);
}

function unknown(path: readonly string[], index: number, found: readonly PayloadProperty[]): UnknownProperty {
  const known = found.flatMap(({ shape = '' }) => [...payloadShape(shape).keys()]);
  return { path: path.slice(0, index + 1), below: path.slice(index + 1), known: [...new Set(known)].sort() };
}

function isKnownElsewhere(property: string): boolean {
  return Object.values(EVENT_SHAPES).some((shape) => payloadShape(shape).has(property));
}
