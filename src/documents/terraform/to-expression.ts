import type { Range } from '../../types.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import type { HclExpression } from '../terraform.ts';
import { toFor, toList, toObject } from './to-collection.ts';
import { toReference } from './to-reference.ts';
import { toTemplate, unescapeQuoted } from './to-template.ts';

const SUFFIXES = new Set(['index', 'get_attr', 'splat']);

/** Any expression node as plain data. What we have no kind for becomes `unknown`, with the expressions inside it. */
export function toExpression(node: SyntaxNode, source: string): HclExpression {
  if (node.type === 'expression') return fromTerms(node.children, source);
  const make = MAKERS[node.type];
  return make ? make(node, source) : unknown(node, source);
}

/** A term with its suffixes: they are siblings, as in `var` `.list` `[0]`. Parentheses and comments do not count. */
function fromTerms(nodes: readonly SyntaxNode[], source: string): HclExpression {
  const [head, ...suffixes] = nodes.filter((node) => node.named && node.type !== 'comment');
  const first = nodes[0] ?? head;
  if (!head || !first)
    return { kind: 'unknown', children: [], range: { start: first?.start ?? 0, end: first?.end ?? 0 } };
  if (suffixes.length === 0) return toExpression(head, source);
  const range = { start: first.start, end: suffixes.at(-1)?.end ?? first.end };
  const known = suffixes.every((node) => SUFFIXES.has(node.type));
  if (head.type === 'variable_expr' && known) return toReference(head, suffixes, range, source);
  return {
    kind: 'unknown',
    children: [toExpression(head, source), ...suffixes.flatMap((node) => inside(node, source))],
    range,
  };
}

const MAKERS: Readonly<Record<string, (node: SyntaxNode, source: string) => HclExpression>> = {
  literal_value: toLiteral,
  template_expr: (node, source) => toTemplate(node, source),
  collection_value: (node, source) => only(node, source),
  for_expr: (node, source) => only(node, source),
  operation: (node, source) => only(node, source),
  tuple: toList,
  object: toObject,
  for_tuple_expr: toFor,
  for_object_expr: toFor,
  variable_expr: (node, source) => toReference(node, [], rangeOf(node), source),
  function_call: toCall,
  conditional: toConditional,
  unary_operation: toUnary,
  binary_operation: toBinary,
};

function only(node: SyntaxNode, source: string): HclExpression {
  const child = node.children.find((one) => one.named && one.type !== 'comment');
  return child ? toExpression(child, source) : unknown(node, source);
}

function toLiteral(node: SyntaxNode, source: string): HclExpression {
  const child = node.children[0];
  const range = rangeOf(node);
  const text = source.slice(node.start, node.end);
  if (child?.type === 'string_lit') return { kind: 'literal', value: unescapeQuoted(text.slice(1, -1)), range };
  if (child?.type === 'numeric_lit') return { kind: 'literal', value: Number(text), range };
  if (child?.type === 'bool_lit') return { kind: 'literal', value: text === 'true', range };
  return { kind: 'literal', value: null, range };
}

function toCall(node: SyntaxNode, source: string): HclExpression {
  const name = node.children.find((child) => child.type === 'identifier') ?? node;
  const args = node.children.find((child) => child.type === 'function_arguments')?.children ?? [];
  return {
    kind: 'call',
    name: source.slice(name.start, name.end),
    nameRange: rangeOf(name),
    args: args.filter((arg) => arg.type === 'expression').map((arg) => toExpression(arg, source)),
    range: rangeOf(node),
  };
}

function toConditional(node: SyntaxNode, source: string): HclExpression {
  const [condition, whenTrue, whenFalse] = node.children.filter((child) => child.type === 'expression');
  if (!condition || !whenTrue || !whenFalse) return unknown(node, source);
  return {
    kind: 'conditional',
    condition: toExpression(condition, source),
    whenTrue: toExpression(whenTrue, source),
    whenFalse: toExpression(whenFalse, source),
    range: rangeOf(node),
  };
}

function toUnary(node: SyntaxNode, source: string): HclExpression {
  const [operator, ...terms] = node.children;
  if (!operator) return unknown(node, source);
  const operand = fromTerms(terms, source);
  return { kind: 'unary', operator: source.slice(operator.start, operator.end), operand, range: rangeOf(node) };
}

function toBinary(node: SyntaxNode, source: string): HclExpression {
  const at = node.children.findIndex((child) => !child.named && child.type !== '(' && child.type !== ')');
  const operator = node.children[at];
  if (!operator) return unknown(node, source);
  return {
    kind: 'binary',
    operator: source.slice(operator.start, operator.end),
    left: fromTerms(node.children.slice(0, at), source),
    right: fromTerms(node.children.slice(at + 1), source),
    range: rangeOf(node),
  };
}

function unknown(node: SyntaxNode, source: string): HclExpression {
  return { kind: 'unknown', children: inside(node, source), range: rangeOf(node) };
}

/** The outermost expressions below a node. */
export function inside(node: SyntaxNode, source: string): readonly HclExpression[] {
  return node.children.flatMap((child) =>
    child.type === 'expression' ? [toExpression(child, source)] : inside(child, source),
  );
}

function rangeOf(node: SyntaxNode): Range {
  return { start: node.start, end: node.end };
}
