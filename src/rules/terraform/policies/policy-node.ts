import type { HclExpression, HclValue } from '../../../documents/terraform.ts';
import type { Range } from '../../../types.ts';
import type { ModuleScope } from '../modules/module-scope.ts';
import { textOf, UNKNOWN_PART } from '../modules/text-of.ts';

/** A policy document as far as the text tells it, with the place of every part. */
export type PolicyNode =
  | { readonly kind: 'text'; readonly text: string; readonly range: Range }
  | { readonly kind: 'list'; readonly items: readonly PolicyNode[]; readonly range: Range }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, PolicyNode>; readonly range: Range }
  | { readonly kind: 'unknown'; readonly range: Range };

/** The document of an attribute: `jsonencode(...)`, a text, or a reference to either. Others are unknown. */
export function policyNode(expression: HclExpression, scope: ModuleScope): PolicyNode {
  const [argument] = expression.kind === 'call' && expression.name === 'jsonencode' ? expression.args : [];
  if (argument) return fromExpression(argument, scope);
  const text = textOf(expression, scope);
  return text === undefined ? { kind: 'unknown', range: expression.range } : fromJson(text, expression.range);
}

function fromExpression(expression: HclExpression, scope: ModuleScope): PolicyNode {
  const { range } = expression;
  if (expression.kind === 'list')
    return { kind: 'list', items: expression.items.map((item) => fromExpression(item, scope)), range };
  if (expression.kind === 'object') {
    const entries = expression.entries.flatMap(({ name, key, value }) => {
      const known = name ?? textOf(key, scope);
      return known === undefined ? [] : [[known, fromExpression(value, scope)] as const];
    });
    return { kind: 'object', entries: new Map(entries), range };
  }
  const value = scope.resolve(expression);
  if (value.known) return fromValue(value.value, range);
  const text = textOf(expression, scope);
  return text === undefined ? { kind: 'unknown', range } : { kind: 'text', text, range };
}

function fromJson(text: string, range: Range): PolicyNode {
  try {
    return fromValue(JSON.parse(text.replaceAll(UNKNOWN_PART, '\\u0000')) as HclValue, range);
  } catch {
    // A template whose unknown parts are more than texts, or no policy at all.
    return { kind: 'unknown', range };
  }
}

function fromValue(value: HclValue, range: Range): PolicyNode {
  if (value === null) return { kind: 'unknown', range };
  if (typeof value !== 'object') return { kind: 'text', text: String(value), range };
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => fromValue(item, range)), range };
  const entries = Object.entries(value).map(([key, one]) => [key, fromValue(one as HclValue, range)] as const);
  return { kind: 'object', entries: new Map(entries), range };
}

/** The texts of a text or list; undefined where one of them is not known. */
export function textsOf(node: PolicyNode | undefined): readonly string[] | undefined {
  if (node?.kind === 'text') return [node.text];
  if (node?.kind !== 'list') return node === undefined ? [] : undefined;
  const texts = node.items.map((item) => (item.kind === 'text' ? item.text : undefined));
  return texts.includes(undefined) ? undefined : (texts as string[]);
}
