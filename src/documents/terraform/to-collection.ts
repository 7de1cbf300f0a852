import type { SyntaxNode } from '../syntax-tree.ts';
import type { HclExpression, HclObjectEntry } from '../terraform.ts';
import { inside, toExpression } from './to-expression.ts';

/** `[a, b]` */
export function toList(node: SyntaxNode, source: string): HclExpression {
  const items = node.children
    .filter((child) => child.type === 'expression')
    .map((child) => toExpression(child, source));
  return { kind: 'list', items, range: { start: node.start, end: node.end } };
}

/** `{ a = 1, "b" = 2, (c) = 3 }` */
export function toObject(node: SyntaxNode, source: string): HclExpression {
  const entries = node.children
    .filter((child) => child.type === 'object_elem')
    .flatMap((child) => toEntry(child, source));
  return { kind: 'object', entries, range: { start: node.start, end: node.end } };
}

function toEntry(node: SyntaxNode, source: string): readonly HclObjectEntry[] {
  const keyNode = node.children.find((child) => child.field === 'key');
  const valueNode = node.children.find((child) => child.field === 'val');
  if (!keyNode || !valueNode) return [];
  const key = toKey(keyNode, source);
  return [
    {
      ...(key.kind === 'literal' ? { name: String(key.value) } : {}),
      key,
      value: toExpression(valueNode, source),
      range: { start: node.start, end: node.end },
    },
  ];
}

/** A bare name is its own text, not a reference; `(name)` is a reference. */
function toKey(node: SyntaxNode, source: string): HclExpression {
  const range = { start: node.start, end: node.end };
  const [head, more] = node.children;
  if (head?.type !== 'variable_expr' || more) return toExpression(node, source);
  return { kind: 'literal', value: source.slice(node.start, node.end), range };
}

/** `[for x in list : x if x != ""]` and `{for k, v in map : k => v}` */
export function toFor(node: SyntaxNode, source: string): HclExpression {
  const range = { start: node.start, end: node.end };
  const intro = node.children.find((child) => child.type === 'for_intro');
  const collection = intro?.children.find((child) => child.type === 'expression');
  const results = node.children
    .filter((child) => child.type === 'expression')
    .map((child) => toExpression(child, source));
  const value = results.at(-1);
  if (!intro || !collection || !value) return { kind: 'unknown', children: inside(node, source), range };
  const key = results.length > 1 ? results[0] : undefined;
  const condition = node.children.find((child) => child.type === 'for_cond');
  const [test] = condition ? inside(condition, source) : [];
  const names = intro.children.filter((child) => child.type === 'identifier');
  return {
    kind: 'for',
    names: names.map((name) => source.slice(name.start, name.end)),
    collection: toExpression(collection, source),
    ...(key ? { key } : {}),
    value,
    ...(test ? { condition: test } : {}),
    range,
  };
}
