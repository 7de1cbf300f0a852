import type { HclExpression, HclValue } from '../../../documents/terraform.ts';
import type { Range } from '../../../types.ts';
import type { ModuleScope } from '../modules/module-scope.ts';

/** A value of an attribute, or of its list. */
export interface WrittenValue {
  readonly text: string;
  /** Where it stands, itself or what leads to it. */
  readonly range: Range;
  /** It is written out here, so that it can be replaced. */
  readonly isHere: boolean;
  /** It holds as long as nobody sets the variable. */
  readonly byDefault: boolean;
  /** Of a template: a piece of it, the rest is not known. */
  readonly isPart: boolean;
}

/**
 * What is known of the values of an attribute: each element of a list, both branches of a condition that is not known,
 * and the pieces of a text that is known in part.
 */
export function writtenValues(expression: HclExpression, scope: ModuleScope): readonly WrittenValue[] {
  if (expression.kind === 'list') return expression.items.flatMap((item) => writtenValues(item, scope));
  const { range } = expression;
  const value = scope.resolve(expression);
  const one = { range, isHere: expression.kind === 'literal', byDefault: value.known && value.byDefault };
  if (value.known) return textsOf(value.value).map((text) => ({ ...one, text, isPart: false }));
  if (expression.kind === 'conditional')
    return [expression.whenTrue, expression.whenFalse].flatMap((branch) => writtenValues(branch, scope));
  const parts = expression.kind === 'template' ? expression.parts : [];
  return parts.flatMap((part) =>
    part.kind === 'literal' && typeof part.value === 'string' ? [{ ...one, text: part.value, isPart: true }] : [],
  );
}

/** An empty text, like null, is left to the provider. */
function textsOf(value: HclValue): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return value === null || typeof value === 'object' || value === '' ? [] : [String(value)];
}
