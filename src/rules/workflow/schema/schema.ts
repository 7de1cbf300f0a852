/** What may stand at a place of a workflow file. Wherever a scalar may stand, `${{ }}` may, and for whole mappings too. */
export type Schema =
  | { readonly type: 'any' }
  | {
      readonly type: 'scalar';
      /** Default: text, numbers and booleans alike. */
      readonly of?: 'number' | 'boolean';
      readonly words?: readonly string[];
      readonly notEmpty?: boolean;
      readonly positive?: boolean;
    }
  | {
      readonly type: 'map';
      readonly keys?: Readonly<Record<string, Schema>>;
      /** For keys that are not named; absent: they are not known. */
      readonly rest?: Schema;
      readonly required?: readonly string[];
      readonly notEmpty?: boolean;
      /** Keys that exist, but not here: they belong to another kind, such as `a step that calls an action`. */
      readonly elsewhere?: { readonly keys: readonly string[]; readonly of: string };
    }
  | { readonly type: 'list'; readonly items: Schema; readonly notEmpty?: boolean }
  | { readonly type: 'either'; readonly options: readonly Schema[] };

export const ANY: Schema = { type: 'any' };
export const TEXT: Schema = { type: 'scalar' };
export const FILLED: Schema = { type: 'scalar', notEmpty: true };
export const NUMBER: Schema = { type: 'scalar', of: 'number' };
export const POSITIVE: Schema = { type: 'scalar', of: 'number', positive: true };
export const BOOLEAN: Schema = { type: 'scalar', of: 'boolean' };
/** Names of the writer's own, with plain values; none at all is written `{}`. */
export const PAIRS: Schema = { type: 'map', rest: TEXT, notEmpty: true };

export function listOf(items: Schema, notEmpty = false): Schema {
  return { type: 'list', items, notEmpty };
}

export function either(...options: readonly Schema[]): Schema {
  return { type: 'either', options };
}
