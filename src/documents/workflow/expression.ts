import { type Expr, Lexer, Parser, wellKnownFunctions } from '@actions/expressions';
import {
  Binary,
  ContextAccess,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Star,
  Unary,
} from '@actions/expressions/ast';
import type { Range } from '../../types.ts';
import { scalarsBelow, type YamlNode, type YamlScalar } from '../yaml/yaml-node.ts';
import { expressionSpans } from './expression-spans.ts';

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A parsed `${{ }}`. `*` in a path stands for every element, `[]` for an index that is computed. */
export type ExpressionNode =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'context'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly ExpressionNode[] }
  | { readonly kind: 'logical'; readonly operator: '&&' | '||'; readonly operands: readonly ExpressionNode[] }
  | { readonly kind: 'comparison'; readonly operator: Comparison; readonly operands: readonly ExpressionNode[] }
  | { readonly kind: 'not'; readonly operand: ExpressionNode }
  | { readonly kind: 'index'; readonly of: ExpressionNode; readonly index: ExpressionNode };

export interface Expression {
  /** `${{` and `}}` included. */
  readonly range: Range;
  readonly text: string;
  /** Absent when GitHub could not parse it either. */
  readonly node?: ExpressionNode;
  readonly scalar: YamlScalar;
  /** Where in the YAML tree below the node asked for. */
  readonly path: readonly (string | number)[];
}

const CONTEXTS = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs',
];
const FUNCTIONS = ['hashFiles', 'success', 'failure', 'always', 'cancelled', 'case'].map((name) => ({
  name,
  minArgs: 0,
  maxArgs: 255,
}));

/** Every `${{ }}` below a node, in the order of the tree. */
export function expressionsBelow(source: string, node: YamlNode | undefined): Expression[] {
  const found: Expression[] = [];
  for (const { scalar, path } of scalarsBelow(node)) found.push(...expressionsIn(source, scalar, path));
  return found;
}

/**
 * The expressions written in one scalar. GitHub looks for them in the value, not in its spelling: one that begins with
 * an escape (`\x24{{`) counts, and then the whole scalar is its place.
 */
export function expressionsIn(
  source: string,
  scalar: YamlScalar,
  path: readonly (string | number)[] = [],
): Expression[] {
  if (!scalar.text.includes('${{')) return [];
  const raw = source.slice(scalar.range.start, scalar.range.end);
  let from = 0;
  return expressionSpans(scalar.text).map(({ start, end }) => {
    const written = scalar.text.slice(start, end);
    const at = raw.indexOf(written, from);
    if (at >= 0) from = at + written.length;
    const range =
      at < 0 ? scalar.range : { start: scalar.range.start + at, end: scalar.range.start + at + written.length };
    const text = written.slice(3, -2).trim();
    const node = parseExpression(text);
    return { range, text, scalar, path, ...(node ? { node } : {}) };
  });
}

/** GitHub refuses longer ones (https://docs.github.com/en/actions/reference/limits). */
export const MAX_LENGTH = 21_000;

/** Why GitHub would not take an expression; undefined when it would. */
export function expressionError(text: string): string | undefined {
  if (text.trim() === '') return 'it is empty';
  if (text.length > MAX_LENGTH) return `it is longer than ${MAX_LENGTH} characters`;
  try {
    parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : 'it cannot be read';
    return message
      .replace(/\.? Located at position \d+ within expression: .*$/s, '')
      .replace(/^./, (letter) => letter.toLowerCase());
  }
}

/** Parses the inside of a `${{ }}`, or an `if:` without the braces. */
export function parseExpression(text: string): ExpressionNode | undefined {
  if (text.trim() === '' || text.length > MAX_LENGTH) return undefined;
  if (parsed.has(text)) return parsed.get(text);
  const node = parseNew(text);
  // A process that lives long forgets all of them now and then, rather than keep count of which it used last.
  if (parsed.size >= MAX_KEPT) parsed.clear();
  if (text.length <= MAX_KEPT_LENGTH) parsed.set(text, node);
  return node;
}

/** Workflows repeat the same few expressions, and to parse one takes longer than all else that is done with it. */
const parsed = new Map<string, ExpressionNode | undefined>();
const MAX_KEPT = 2000;
const MAX_KEPT_LENGTH = 500;

function parseNew(text: string): ExpressionNode | undefined {
  try {
    return convert(parse(text));
  } catch {
    return undefined;
  }
}

const COMPARISONS: readonly Comparison[] = ['==', '!=', '<', '<=', '>', '>='];

const ALL_FUNCTIONS = [...Object.values(wellKnownFunctions), ...FUNCTIONS];

function parse(text: string): Expr {
  const { tokens } = new Lexer(text).lex();
  return new Parser(tokens, CONTEXTS, ALL_FUNCTIONS).parse();
}

function convert(expr: Expr): ExpressionNode {
  if (expr instanceof Literal) return { kind: 'literal', value: literalValue(expr) };
  if (expr instanceof Grouping) return convert(expr.group);
  if (expr instanceof ContextAccess) return { kind: 'context', path: [expr.name.lexeme.toLowerCase()] };
  if (expr instanceof IndexAccess) return convertIndex(expr);
  if (expr instanceof FunctionCall) {
    return { kind: 'call', name: expr.functionName.lexeme.toLowerCase(), args: expr.args.map(convert) };
  }
  if (expr instanceof Logical) {
    return { kind: 'logical', operator: expr.operator.lexeme === '&&' ? '&&' : '||', operands: expr.args.map(convert) };
  }
  if (expr instanceof Binary) {
    const operator = COMPARISONS.find((one) => one === expr.operator.lexeme) ?? '==';
    return { kind: 'comparison', operator, operands: [convert(expr.left), convert(expr.right)] };
  }
  if (expr instanceof Unary) return { kind: 'not', operand: convert(expr.expr) };
  return { kind: 'literal', value: null };
}

function literalValue(expr: Literal): string | number | boolean | null {
  const value: unknown = 'value' in expr.literal ? expr.literal.value : null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function convertIndex(expr: IndexAccess): ExpressionNode {
  const of = convert(expr.expr);
  const step =
    expr.index instanceof Star ? '*' : expr.index instanceof Literal ? String(literalValue(expr.index)) : '[]';
  if (of.kind === 'context') return { kind: 'context', path: [...of.path, step.toLowerCase()] };
  return {
    kind: 'index',
    of,
    index: expr.index instanceof Star ? { kind: 'literal', value: '*' } : convert(expr.index),
  };
}

/** Every context path that an expression mentions, wherever it stands in it. */
export function contextPaths(node: ExpressionNode | undefined): readonly (readonly string[])[] {
  if (!node) return [];
  const found = paths.get(node) ?? collectNodes(node, []).flatMap((one) => (one.kind === 'context' ? [one.path] : []));
  paths.set(node, found);
  return found;
}

/** Every node of an expression, itself included. */
export function nodesOf(node: ExpressionNode): readonly ExpressionNode[] {
  const found = nodes.get(node) ?? collectNodes(node, []);
  nodes.set(node, found);
  return found;
}

/** Many rules ask for those of the same expressions. */
const nodes = new WeakMap<ExpressionNode, readonly ExpressionNode[]>();
const paths = new WeakMap<ExpressionNode, readonly (readonly string[])[]>();

function collectNodes(node: ExpressionNode, found: ExpressionNode[]): ExpressionNode[] {
  found.push(node);
  if (node.kind === 'call') for (const arg of node.args) collectNodes(arg, found);
  if (node.kind === 'logical' || node.kind === 'comparison')
    for (const operand of node.operands) collectNodes(operand, found);
  if (node.kind === 'not') collectNodes(node.operand, found);
  if (node.kind === 'index') {
    collectNodes(node.of, found);
    collectNodes(node.index, found);
  }
  return found;
}
