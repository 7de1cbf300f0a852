import { attribute, type HclBlock } from '../../../documents/terraform.ts';
import type { Range } from '../../../types.ts';
import type { ModuleScope } from '../modules/module-scope.ts';

/** What an attribute says, where it is known. */
export interface SettledText {
  readonly text: string;
  /** Of the attribute. */
  readonly range: Range;
  readonly valueRange: Range;
  /** It holds as long as nobody sets the variable. */
  readonly byDefault: boolean;
}

/** The text of an attribute, numbers and booleans as they are written; undefined where it is not set, or not known. */
export function textAt(block: HclBlock, name: string, scope: ModuleScope): SettledText | undefined {
  const given = attribute(block, name);
  const value = given && scope.resolve(given.value);
  if (!given || !value?.known || value.value === null || typeof value.value === 'object') return undefined;
  return {
    text: String(value.value),
    range: given.range,
    valueRange: given.value.range,
    byDefault: value.byDefault,
  };
}
