import type {
  PythonAssert,
  PythonAssignment,
  PythonAttribute,
  PythonBuiltText,
  PythonCall,
  PythonClass,
  PythonComparison,
  PythonFunction,
  PythonHandler,
} from '../python.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { dottedName, resolveName } from './dotted-name.ts';
import { isBuiltText } from './is-built-text.ts';
import { fieldOf, partsOf, type Reader, rangeOf, textOf } from './reader.ts';
import { statementRange } from './statement-range.ts';
import { stopsProgram } from './stops-program.ts';
import type { Surroundings } from './surroundings.ts';
import { toAssignments } from './to-assignments.ts';
import { toCall } from './to-call.ts';
import { toComparisons } from './to-comparisons.ts';
import { innerReader, toClass, toFunction } from './to-definition.ts';
import { toExpression } from './to-expression.ts';
import { toHandlers } from './to-handlers.ts';

export interface Collection {
  /** Not yet in order, without ordinals and receivers. */
  readonly calls: PythonCall[];
  readonly attributes: PythonAttribute[];
  readonly assignments: PythonAssignment[];
  readonly functions: PythonFunction[];
  readonly classes: PythonClass[];
  readonly comparisons: PythonComparison[];
  readonly asserts: PythonAssert[];
  readonly handlers: PythonHandler[];
  readonly builtTexts: PythonBuiltText[];
}

/** Answers what surrounds each child of a node; puts into `found` what the node itself is. */
type Enter = (node: SyntaxNode, around: Surroundings, found: Collection) => (child: SyntaxNode) => Surroundings;

/** Collects what a tree holds. The copy of the tree is bounded in depth, so recursion is safe. */
export function visitPython(root: SyntaxNode, reader: Reader): Collection {
  const found: Collection = {
    calls: [],
    attributes: [],
    assignments: [],
    functions: [],
    classes: [],
    comparisons: [],
    asserts: [],
    handlers: [],
    builtTexts: [],
  };
  const around: Surroundings = {
    reader,
    functionName: '',
    statementRange: rangeOf(root),
    inLoop: false,
    within: [],
    guards: 'none',
    role: 'none',
    decorators: [],
  };
  visit(root, around, found);
  return found;
}

function visit(node: SyntaxNode, around: Surroundings, found: Collection): void {
  const enter = ENTER[node.type];
  const next = enter ? enter(node, around, found) : same(plain(around));
  for (const child of node.children) if (child.named) visit(child, next(child), found);
}

const ENTER: Readonly<Record<string, Enter>> = {
  module: enterBlock,
  block: enterBlock,
  call: (node, around, found) => {
    found.calls.push(...toCall(node, around));
    if (isBuiltText(node)) keepText(node, around, found);
    return (child) => (child.field === 'function' ? { ...around, role: 'callee' } : plain(around));
  },
  attribute: (node, around, found) => {
    if (around.role !== 'callee') found.attributes.push(toAttribute(node, around));
    return same({ ...around, role: 'callee' });
  },
  string: enterText,
  concatenated_string: enterText,
  binary_operator: enterText,
  await: (_, around) => same({ ...around, role: 'awaited' }),
  parenthesized_expression: (_, around) => same(around),
  assignment: enterAssignment,
  augmented_assignment: enterAssignment,
  named_expression: enterAssignment,
  decorated_definition: enterDecorated,
  function_definition: enterFunction,
  class_definition: enterClass,
  for_statement: enterLoop,
  while_statement: enterLoop,
  list_comprehension: (_, around) => same({ ...around, inLoop: true }),
  set_comprehension: (_, around) => same({ ...around, inLoop: true }),
  dictionary_comprehension: (_, around) => same({ ...around, inLoop: true }),
  generator_expression: (_, around) => same({ ...around, inLoop: true }),
  with_statement: enterWith,
  try_statement: (node, around, found) => {
    found.handlers.push(...toHandlers(node, around));
    return same(plain(around));
  },
  if_statement: enterCondition,
  elif_clause: enterCondition,
  assert_statement: (node, around, found) => {
    const [condition] = partsOf(node);
    const { functionName, reader } = around;
    if (condition)
      found.asserts.push({ condition: toExpression(condition, reader), range: rangeOf(node), functionName });
    return same({ ...around, guards: 'assert' });
  },
  comparison_operator: (node, around, found) => {
    found.comparisons.push(...toComparisons(node, around));
    return same(plain(around));
  },
};

function toAttribute(node: SyntaxNode, { reader, functionName }: Surroundings): PythonAttribute {
  const name = dottedName(node, reader);
  return { name, resolved: resolveName(name, reader.aliases), range: rangeOf(node), functionName };
}

function same(around: Surroundings): () => Surroundings {
  return () => around;
}

function enterText(node: SyntaxNode, around: Surroundings, found: Collection): () => Surroundings {
  if (isBuiltText(node)) keepText(node, around, found);
  return same(plain(around));
}

/** Nodes are met from outside to inside: what stands within the last text is a part of it. */
function keepText(node: SyntaxNode, { functionName }: Surroundings, { builtTexts }: Collection): void {
  if ((builtTexts.at(-1)?.range.end ?? 0) <= node.start) builtTexts.push({ range: rangeOf(node), functionName });
}

function plain(around: Surroundings): Surroundings {
  return around.role === 'none' ? around : { ...around, role: 'none' };
}

function enterBlock(_node: SyntaxNode, around: Surroundings): (child: SyntaxNode) => Surroundings {
  return (child) => ({ ...around, guards: 'none', decorators: [], statementRange: statementRange(child) });
}

function enterAssignment(node: SyntaxNode, around: Surroundings, found: Collection): () => Surroundings {
  found.assignments.push(...toAssignments(node, around));
  return same(around);
}

function enterDecorated(node: SyntaxNode, around: Surroundings): (child: SyntaxNode) => Surroundings {
  const decorators = node.children.filter((child) => child.type === 'decorator').flatMap(partsOf);
  const statement = fieldOf(node, 'definition') ?? node;
  const inner = { ...around, statementRange: statementRange(statement), decorators };
  return (child) => (child.field === 'definition' ? inner : around);
}

function enterFunction(node: SyntaxNode, around: Surroundings, found: Collection): (child: SyntaxNode) => Surroundings {
  const definition = toFunction(node, around);
  found.functions.push(definition);
  const reader = innerReader(node, around.reader);
  const inner = { ...around, reader, functionName: definition.name, inLoop: false, within: [], decorators: [] };
  return (child) => (child.field === 'body' ? inner : around);
}

function enterClass(node: SyntaxNode, around: Surroundings, found: Collection): (child: SyntaxNode) => Surroundings {
  const definition = toClass(node, around);
  found.classes.push(definition);
  const inner = { ...around, functionName: definition.name, decorators: [] };
  return (child) => (child.field === 'body' ? inner : around);
}

function enterLoop(_node: SyntaxNode, around: Surroundings): (child: SyntaxNode) => Surroundings {
  const inner = { ...around, inLoop: true };
  return (child) => (child.field === 'body' ? inner : around);
}

function enterWith(node: SyntaxNode, around: Surroundings): (child: SyntaxNode) => Surroundings {
  const clause = node.children.find((child) => child.type === 'with_clause');
  const names = (clause?.children ?? [])
    .filter((item) => item.type === 'with_item')
    .map((item) => managerName(item, around));
  const inner = { ...around, within: [...around.within, ...names] };
  return (child) => (child.field === 'body' ? inner : around);
}

function managerName(item: SyntaxNode, { reader }: Surroundings): string {
  const value = fieldOf(item, 'value');
  const manager = value?.type === 'as_pattern' ? value.children[0] : value;
  if (!manager) return '?';
  return toExpression(manager, reader).resolved ?? resolveName(dottedName(manager, reader), reader.aliases);
}

function enterCondition(node: SyntaxNode, around: Surroundings): (child: SyntaxNode) => Surroundings {
  const body = fieldOf(node, 'consequence');
  const guards = body && stopsProgram(body, (callee) => textOf(callee, around.reader)) ? 'raise' : 'none';
  const inner = { ...around, guards } as const;
  return (child) => (child.field === 'condition' ? inner : around);
}
