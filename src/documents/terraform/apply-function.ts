import type { HclValue } from './evaluate.ts';

type Apply = (args: readonly HclValue[]) => HclValue | undefined;

/** Functions that settings are often wrapped in, and whose result the text alone decides. */
const FUNCTIONS: Readonly<Record<string, Apply>> = {
  concat: (args) => (args.every(isList) ? (args.flat() as HclValue[]) : undefined),
  jsonencode: ([value]) => (value === undefined ? undefined : JSON.stringify(value)),
  lower: ([value]) => (typeof value === 'string' ? value.toLowerCase() : undefined),
  merge: (args) => (args.every(isObject) ? Object.assign(Object.create(null), ...args) : undefined),
  sensitive: ([value]) => value,
  nonsensitive: ([value]) => value,
  tobool: ([value]) => toBoolean(value),
  tolist: ([value]) => (isList(value) ? value : undefined),
  tonumber: ([value]) => toNumber(value),
  toset: ([value]) => (isList(value) ? [...new Set(value)] : undefined),
  tostring: ([value]) => (value === null || typeof value === 'object' ? undefined : String(value)),
  trimspace: ([value]) => (typeof value === 'string' ? value.trim() : undefined),
  upper: ([value]) => (typeof value === 'string' ? value.toUpperCase() : undefined),
};

/** The result of a Terraform function, or `undefined` where we do not know the function or its arguments do not fit. */
export function applyFunction(name: string, args: readonly HclValue[]): HclValue | undefined {
  return Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name]?.(args) : undefined;
}

function isList(value: HclValue | undefined): value is readonly HclValue[] {
  return Array.isArray(value);
}

function isObject(value: HclValue): value is { readonly [key: string]: HclValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toBoolean(value: HclValue | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}

function toNumber(value: HclValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}
