import type { WorkflowView } from '../../../../documents/workflow.ts';
import { type PayloadProperty, payloadShape, shapeOfEvent } from '../../events/payload-shape.ts';
import { ANY, BOOLEAN, commonType, NUMBER, objectOf, STRING, STRINGS, type ValueType } from './value-type.ts';

/**
 * The type of `github.event` in a workflow: what its events bring, as far as they agree. A property that only some of them
 * have is judged by those. Nothing is said of properties that are not listed.
 */
export function eventType({ triggers }: WorkflowView): ValueType {
  const shapes = triggers.map(({ event }) => shapeOfEvent(event));
  if (shapes.length === 0 || shapes.includes(undefined)) return UNKNOWN;
  const key = [...new Set(shapes)].sort().join(' ');
  const found = known.get(key) ?? together(key.split(' '));
  known.set(key, found);
  return found;
}

/** What was sent with a dispatch is text, whatever the inputs are. */
const UNKNOWN = objectOf({ inputs: STRINGS }, ANY);

const known = new Map<string, ValueType>();
const ofShape = new Map<string, ValueType>();

function together(shapes: readonly string[]): ValueType {
  const types = new Map<string, ValueType[]>([['inputs', [STRINGS]]]);
  for (const shape of shapes) {
    for (const [name, property] of payloadShape(shape)) {
      if (name !== 'inputs') types.set(name, [...(types.get(name) ?? []), propertyType(property)]);
    }
  }
  const properties = new Map([...types].map(([name, found]) => [name, commonType(found)]));
  return { kind: 'object', properties, rest: ANY };
}

const SCALARS: Readonly<Record<Exclude<PayloadProperty['kind'], 'object'>, ValueType>> = {
  text: STRING,
  number: NUMBER,
  boolean: BOOLEAN,
  any: ANY,
};

function propertyType({ kind, shape, lists }: PayloadProperty): ValueType {
  const inner = kind === 'object' ? shapeType(shape ?? '') : SCALARS[kind];
  return Array.from({ length: lists }).reduce<ValueType>((of) => ({ kind: 'array', of }), inner);
}

function shapeType(name: string): ValueType {
  const found = ofShape.get(name) ?? readType(name);
  ofShape.set(name, found);
  return found;
}

function readType(name: string): ValueType {
  const properties = new Map([...payloadShape(name)].map(([property, type]) => [property, propertyType(type)]));
  return { kind: 'object', properties, rest: ANY };
}
