import { partsOf, resolve, type Schema } from './openapi.ts';

/** A value that fits a schema: what is given, and for the rest whatever the schema requires. */
export function complete(schema: Schema, given: unknown): unknown {
  const resolved = resolve(schema);
  if (given === null) return null;
  const variants = (resolved.anyOf ?? resolved.oneOf) as readonly Schema[] | undefined;
  if (variants !== undefined && resolved.properties === undefined) return completeVariant(variants, given);
  if (Array.isArray(given)) return given.map((item) => complete((resolved.items as Schema | undefined) ?? {}, item));
  if (isObject(resolved)) return completeObject(resolved, given);
  return given === undefined ? sample(resolved) : given;
}

function completeVariant(variants: readonly Schema[], given: unknown): unknown {
  const isNull = (variant: Schema) => resolve(variant).type === 'null';
  if (given === undefined && variants.some(isNull)) return null;
  const variant = variants.find(
    (candidate) => !isNull(candidate) && (holdsObjects(resolve(candidate)) || typeof given !== 'object'),
  );
  return complete(variant ?? {}, given);
}

function completeObject(schema: Schema, given: unknown): unknown {
  if (given !== undefined && (typeof given !== 'object' || given === null)) return given;
  const parts = partsOf(schema).filter((part) => part.$ref === undefined);
  const properties: Record<string, Schema> = Object.assign({}, ...parts.map((part) => part.properties ?? {}));
  const required = [schema, ...((schema.allOf as readonly Schema[] | undefined) ?? []).flatMap(partsOf)].flatMap(
    (part) => (part.required as readonly string[] | undefined) ?? [],
  );
  const values = (given ?? {}) as Readonly<Record<string, unknown>>;
  const names = new Set([...required, ...Object.keys(values)]);
  return Object.fromEntries([...names].map((name) => [name, complete(properties[name] ?? {}, values[name])]));
}

/** An object, or a choice that begins with one. */
function holdsObjects(schema: Schema): boolean {
  return isObject(schema) || schema.oneOf !== undefined;
}

function isObject(schema: Schema): boolean {
  return schema.type === 'object' || schema.properties !== undefined || schema.allOf !== undefined;
}

function sample(schema: Schema): unknown {
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'array') return [];
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return 0;
  if (type === 'null') return null;
  if (schema.format === 'date-time') return '2026-11-01T00:00:00Z';
  return 'x';
}
