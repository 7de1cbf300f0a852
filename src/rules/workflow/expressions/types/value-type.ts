/** What is known of an expression's value before the run. `any`: nothing is, and nothing is said of it. */
export type ValueType =
  | { readonly kind: 'any' | 'null' | 'number' | 'boolean' }
  | {
      readonly kind: 'string';
      /** All that it can be, where that is known; one that ends with `*` stands for all that begin so. */
      readonly words?: readonly string[];
    }
  | {
      readonly kind: 'array';
      readonly of: ValueType /** Made by `.*`, which goes on element by element. */;
      readonly star?: true;
    }
  | {
      readonly kind: 'object';
      /** By their names in lower case. */
      readonly properties: ReadonlyMap<string, ValueType>;
      /** Of properties that are not listed; absent: there are no others. */
      readonly rest?: ValueType;
      /** The list stands in this file; other lists are GitHub's and may have grown. */
      readonly own?: true;
    };

export const ANY: ValueType = { kind: 'any' };
export const NULL: ValueType = { kind: 'null' };
export const STRING: ValueType = { kind: 'string' };
export const NUMBER: ValueType = { kind: 'number' };
export const BOOLEAN: ValueType = { kind: 'boolean' };
/** Names of the writer's own with texts, as in `env`. */
export const STRINGS: ValueType = { kind: 'object', properties: new Map(), rest: STRING };

export function objectOf(properties: Readonly<Record<string, ValueType>>, rest?: ValueType): ObjectType {
  return { kind: 'object', properties: new Map(Object.entries(properties)), ...(rest ? { rest } : {}) };
}

/** The type of a value that is one of several; what they do not have in common is not known. */
export function commonType(types: readonly ValueType[]): ValueType {
  const [first, ...others] = types;
  if (!first) return ANY;
  return others.reduce(common, first);
}

function common(a: ValueType, b: ValueType): ValueType {
  if (a === b) return a;
  if (a.kind === 'string' && b.kind === 'string') return STRING;
  if (a.kind === 'array' && b.kind === 'array') return { kind: 'array', of: common(a.of, b.of) };
  if (a.kind === 'object' && b.kind === 'object') return commonObject(a, b);
  return a.kind === b.kind ? a : ANY;
}

export type ObjectType = Extract<ValueType, { kind: 'object' }>;

function commonObject(a: ObjectType, b: ObjectType): ValueType {
  const names = new Set([...a.properties.keys(), ...b.properties.keys()]);
  const properties = new Map<string, ValueType>();
  for (const name of names) {
    const [left, right] = [a.properties.get(name) ?? a.rest, b.properties.get(name) ?? b.rest];
    // Where one of them lacks it, the value may be null.
    properties.set(name, left && right ? common(left, right) : ANY);
  }
  const isOpen = a.rest !== undefined || b.rest !== undefined;
  return { kind: 'object', properties, ...(isOpen ? { rest: ANY } : {}), ...(a.own && b.own ? { own: true } : {}) };
}

/** Whether GitHub writes `Object` or `Array` where such a value becomes text. */
export function isCollection({ kind }: ValueType): boolean {
  return kind === 'object' || kind === 'array';
}

const NAMES: Readonly<Record<ValueType['kind'], string>> = {
  any: 'unknown',
  null: 'null',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  array: 'a list',
  object: 'an object',
};

/** A type as a message calls it. */
export function nameOf({ kind }: ValueType): string {
  return NAMES[kind];
}
