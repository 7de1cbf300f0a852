import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

export type Schema = { readonly [key: string]: unknown };

export interface Operation {
  readonly query: readonly { readonly name: string; readonly required: boolean; readonly schema: Schema }[];
  readonly body: Schema | null;
  readonly responses: Readonly<Record<string, Schema | null>>;
}

interface Extract {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly webhooks: Readonly<Record<string, Schema>>;
  readonly components: Readonly<Record<string, Schema>>;
}

/** GitHub's own description of the operations and webhooks that are used; made by scripts/extract-openapi.mjs. */
export const openapi: Extract = JSON.parse(readFileSync(new URL('../openapi/github.json', import.meta.url), 'utf8'));

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, coerceTypes: false });
const ajvQuery = new Ajv({ strict: false, validateFormats: false, allErrors: true, coerceTypes: true });
const compiled = new Map<Schema, ValidateFunction>();
const compiledQueries = new Map<Operation, ValidateFunction>();

/** What is wrong with a value, in sentences; empty when nothing is. */
export function violationsOf(schema: Schema, value: unknown): readonly string[] {
  const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components: openapi.components });
  compiled.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? ''}`);
}

/** What is wrong with a query string: unknown and missing names, values of another type. */
export function queryViolations(operation: Operation, query: URLSearchParams): readonly string[] {
  const validate = compiledQueries.get(operation) ?? ajvQuery.compile(querySchema(operation));
  compiledQueries.set(operation, validate);
  if (validate(Object.fromEntries(query))) return [];
  return (validate.errors ?? []).map((error) => `query ${error.instancePath} ${error.message ?? ''}`);
}

function querySchema({ query }: Operation): Schema {
  const properties = Object.fromEntries(query.map(({ name, schema }) => [name, schema]));
  const required = query.filter((parameter) => parameter.required).map(({ name }) => name);
  return { type: 'object', properties, required, additionalProperties: false, components: openapi.components };
}

/** Keys of a value that its schema does not know: GitHub ignores them, so they are mistakes. */
export function unknownKeys(schema: Schema, value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) {
    const items = partsOf(schema).find((part) => part.items !== undefined)?.items as Schema | undefined;
    return items === undefined ? [] : value.flatMap((item, index) => unknownKeys(items, item, `${path}/${index}`));
  }
  if (value === null || typeof value !== 'object') return [];
  const known: Record<string, Schema> = Object.assign({}, ...partsOf(schema).map((part) => part.properties ?? {}));
  if (Object.keys(known).length === 0) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const property = known[key];
    return property === undefined ? [`${path}/${key} is unknown`] : unknownKeys(property, inner, `${path}/${key}`);
  });
}

/** A schema and everything it is made of, references followed. */
export function partsOf(schema: Schema): readonly Schema[] {
  const resolved = resolve(schema);
  const inner = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (resolved[key] as readonly Schema[] | undefined) ?? []);
  return [resolved, ...inner.flatMap(partsOf)];
}

export function resolve(schema: Schema): Schema {
  if (typeof schema.$ref !== 'string') return schema;
  const name = schema.$ref.split('/').at(-1) ?? '';
  const component = openapi.components[name];
  if (component === undefined) throw new Error(`The extract has no component ${name}.`);
  return resolve(component);
}
