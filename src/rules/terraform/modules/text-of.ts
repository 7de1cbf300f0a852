import type { HclExpression } from '../../../documents/terraform.ts';
import type { ModuleScope } from './module-scope.ts';
import { plainText } from './plain-text.ts';

/** Stands for a part of a text that is not known: no pattern contains it. */
export const UNKNOWN_PART = '\u0000';

/** A text, with what is not known in it marked; undefined where nothing of it is, or it is no text. */
export function textOf(expression: HclExpression, scope: ModuleScope): string | undefined {
  const value = scope.resolve(expression);
  if (value.known) return typeof value.value === 'string' ? value.value : undefined;
  if (expression.kind !== 'template') return undefined;
  return expression.parts.map((part) => textOf(part, scope) ?? UNKNOWN_PART).join('');
}

/** The texts of a text or list; `undefined` for each that is not known. */
export function textsIn(expression: HclExpression, scope: ModuleScope): readonly (string | undefined)[] {
  const value = scope.resolve(expression);
  if (value.known && Array.isArray(value.value)) return value.value.map(plainText);
  return expression.kind === 'list' ? expression.items.map((item) => textOf(item, scope)) : [textOf(expression, scope)];
}
