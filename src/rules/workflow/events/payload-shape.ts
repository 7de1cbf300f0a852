import { EVENT_SHAPES, SHAPES } from './event-payloads.ts';

/** What is known of one property of a payload. */
export interface PayloadProperty {
  /** `object` has a `shape`; of a list, what its elements are. */
  readonly kind: 'object' | 'text' | 'number' | 'boolean' | 'any';
  readonly shape?: string;
  /** How many lists lie around it. */
  readonly lists: number;
}

/** The names are in lower case: expressions compare without case. */
export type PayloadShape = ReadonlyMap<string, PayloadProperty>;

/** Is no webhook's. */
const SCHEDULE = 'schedule workflow repository:repository organization:organization enterprise=? sender:organization_2';

/** The name of the shape of what an event brings; undefined where it is not described. */
export function shapeOfEvent(event: string): string | undefined {
  const described = event === 'pull_request_target' ? 'pull_request' : event;
  if (described === 'schedule') return described;
  return Object.hasOwn(EVENT_SHAPES, described) ? EVENT_SHAPES[described] : undefined;
}

/** A shape by its name. */
export function payloadShape(name: string): PayloadShape {
  const found = read.get(name) ?? readShape(name === 'schedule' ? SCHEDULE : (SHAPES[name] ?? ''));
  read.set(name, found);
  return found;
}

const read = new Map<string, PayloadShape>();

function readShape(text: string): PayloadShape {
  return new Map(text.split(' ').map(readProperty));
}

const KINDS: Readonly<Record<string, PayloadProperty['kind']>> = { b: 'boolean', n: 'number', '?': 'any' };

function readProperty(text: string): [string, PayloadProperty] {
  const [, name = '', lists = '', shape, mark = ''] = /^([^:=[]+)((?:\[\])*)(?::(.*)|=(.*))?$/.exec(text) ?? [];
  const kind = shape === undefined ? (KINDS[mark] ?? 'text') : 'object';
  return [name.toLowerCase(), { kind, lists: lists.length / 2, ...(shape === undefined ? {} : { shape }) }];
}
