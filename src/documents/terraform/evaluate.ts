import type { HclExpression } from '../terraform.ts';
import { applyFunction } from './apply-function.ts';
import { applyOperator } from './apply-operator.ts';
import { dedent } from './dedent.ts';

export type HclValue = string | number | boolean | null | readonly HclValue[] | { readonly [key: string]: HclValue };

export type Known = { readonly known: true; readonly value: HclValue } | { readonly known: false };

/** What a reference stands for, where the caller knows it. */
export type HclScope = (path: readonly string[]) => Known;

export const UNKNOWN: Known = { known: false };

/**
 * The value of an expression as far as the text tells it: literals, collections, templates, operators and a few pure
 * functions. References are resolved by `scope`; without one they are unknown, and so is what depends on them.
 */
export function evaluate(expression: HclExpression, scope: HclScope = () => UNKNOWN): Known {
  switch (expression.kind) {
    case 'literal':
      return { known: true, value: expression.value };
    case 'template':
      return evaluateTemplate(expression, scope);
    case 'list':
      return all(expression.items, scope);
    case 'object':
      return evaluateObject(expression, scope);
    case 'reference':
      return expression.indexes.length > 0 ? UNKNOWN : scope(expression.path);
    case 'conditional':
      return evaluateConditional(expression, scope);
    case 'unary':
      return withKnown(all([expression.operand], scope), ([value]) => applyOperator(expression.operator, value));
    case 'binary':
      return evaluateBinary(expression, scope);
    case 'call':
      return withKnown(all(expression.args, scope), (args) => applyFunction(expression.name, args));
    default:
      return UNKNOWN;
  }
}

function all(expressions: readonly HclExpression[], scope: HclScope): Known {
  const values: HclValue[] = [];
  for (const expression of expressions) {
    const result = evaluate(expression, scope);
    if (!result.known) return UNKNOWN;
    values.push(result.value);
  }
  return { known: true, value: values };
}

function withKnown(result: Known, apply: (values: readonly HclValue[]) => HclValue | undefined): Known {
  if (!result.known) return UNKNOWN;
  const value = apply(result.value as readonly HclValue[]);
  return value === undefined ? UNKNOWN : { known: true, value };
}

function evaluateTemplate(template: HclExpression & { kind: 'template' }, scope: HclScope): Known {
  const [first, second] = template.parts;
  // "${x}" alone is x itself, of whatever type.
  if (!template.heredoc && first && !second) return evaluate(first, scope);
  return withKnown(all(template.parts, scope), (values) => {
    if (values.some((value) => value === null || typeof value === 'object')) return undefined;
    const text = values.join('');
    return template.indented ? dedent(text) : text;
  });
}

function evaluateObject(object: HclExpression & { kind: 'object' }, scope: HclScope): Known {
  const value: Record<string, HclValue> = Object.create(null);
  for (const entry of object.entries) {
    const key = evaluate(entry.key, scope);
    const entryValue = evaluate(entry.value, scope);
    if (!key.known || !entryValue.known || typeof key.value === 'object') return UNKNOWN;
    value[String(key.value)] = entryValue.value;
  }
  return { known: true, value };
}

function evaluateConditional(expression: HclExpression & { kind: 'conditional' }, scope: HclScope): Known {
  const condition = evaluate(expression.condition, scope);
  if (!condition.known || typeof condition.value !== 'boolean') return UNKNOWN;
  return evaluate(condition.value ? expression.whenTrue : expression.whenFalse, scope);
}

/** `false && anything` is false, `true || anything` true, also where the rest is unknown. */
function evaluateBinary(expression: HclExpression & { kind: 'binary' }, scope: HclScope): Known {
  const { operator } = expression;
  const sides = [evaluate(expression.left, scope), evaluate(expression.right, scope)];
  if (operator === '&&' && sides.some((side) => side.known && side.value === false))
    return { known: true, value: false };
  if (operator === '||' && sides.some((side) => side.known && side.value === true)) return { known: true, value: true };
  const [left, right] = sides;
  if (!left?.known || !right?.known) return UNKNOWN;
  const value = applyOperator(operator, left.value, right.value);
  return value === undefined ? UNKNOWN : { known: true, value };
}
