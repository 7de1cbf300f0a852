import { walkTree } from '../syntax-tree/walk-tree.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { boundNames } from './bound-names.ts';
import { importsOf } from './imports-of.ts';
import { fieldOf, type Reader, rangeOf, textOf } from './reader.ts';

interface Name {
  readonly name: string;
  readonly range: { readonly start: number; readonly end: number };
}

const NO_NAMES = new Set(['attribute', 'keyword_argument', 'dotted_name']);
const PARAMETERS = new Set(['parameters', 'lambda_parameters']);

/** Names that a function's body reads and nothing in the function binds; each where it stands first. */
export function freeNames(definition: SyntaxNode, reader: Reader): readonly Name[] {
  const body = fieldOf(definition, 'body');
  if (!body) return [];
  const bound = namesBoundIn(definition, reader.source);
  const found = new Map<string, Name>();
  for (const node of walkTree(body, (one) => one.type === 'type' || isImport(one))) {
    for (const child of readBy(node)) {
      const name = textOf(child, reader);
      if (!bound.has(name) && !found.has(name)) found.set(name, { name, range: rangeOf(child) });
    }
  }
  return [...found.values()];
}

/** The identifiers right below a node that stand for a value: not an attribute's, keyword's, parameter's or annotation's name. */
function readBy(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === 'type' || isImport(node) || PARAMETERS.has(node.type)) return [];
  const own = node.children.filter((child) => child.type === 'identifier');
  return NO_NAMES.has(node.type) ? own.filter(({ field }) => field === 'object' || field === 'value') : own;
}

function namesBoundIn(definition: SyntaxNode, source: string): ReadonlySet<string> {
  const nodes = [...walkTree(definition)];
  const names = new Set([...boundNames(definition, source), ...importsOf(nodes, source).map(({ alias }) => alias)]);
  for (const node of nodes) {
    const name = /^(function|class)_definition$/.test(node.type) ? fieldOf(node, 'name') : undefined;
    if (name) names.add(source.slice(name.start, name.end));
    if (!PARAMETERS.has(node.type)) continue;
    // Defaults and annotations bind nothing; counting their names as bound only makes the answer more careful.
    for (const inner of walkTree(node))
      if (inner.type === 'identifier') names.add(source.slice(inner.start, inner.end));
  }
  return names;
}

function isImport(node: SyntaxNode): boolean {
  return /^import(_from)?_statement$/.test(node.type);
}
