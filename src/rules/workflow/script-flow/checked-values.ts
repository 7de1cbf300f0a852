import { chainOf } from '../../../documents/javascript/chain-of.ts';
import type { JsCall, JsExpression } from '../../../documents/javascript/js-expression.ts';
import type { JavaScriptView } from '../../../documents/javascript.ts';

const known = new WeakMap<JavaScriptView, ReadonlySet<string>>();

/**
 * The names and chains of properties that a script compares with texts, a list or a whole pattern before it goes on: what is
 * left of them then is not looked into.
 */
export function checkedValues(view: JavaScriptView): ReadonlySet<string> {
  const found = known.get(view) ?? new Set([...view.compared, ...view.calls.flatMap((call) => checkedBy(call, view))]);
  known.set(view, found);
  return found;
}

function checkedBy({ callee, args: [first] }: JsCall, view: JavaScriptView): string[] {
  if (callee.kind !== 'member' || !first) return [];
  const { of, property } = callee;
  const value =
    (property === 'test' && isWhole(of, view)) || property === 'includes' || property === 'has'
      ? first
      : property === 'match' && isWhole(first, view)
        ? of
        : undefined;
  const chain = value && chainOf(value);
  return chain === undefined ? [] : [chain];
}

/** A pattern from the first to the last character that does not let everything through. */
function isWhole(expression: JsExpression, { names }: JavaScriptView): boolean {
  const named = expression.kind === 'name' ? names.get(expression.name)?.values[0] : expression;
  return named?.kind === 'regex' && /^\/\^.*\$\/[a-z]*$/.test(named.text) && !/[^\\]\.[*+]/.test(named.text);
}
