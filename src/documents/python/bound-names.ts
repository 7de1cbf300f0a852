import { walkTree } from '../syntax-tree/walk-tree.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { fieldOf } from './reader.ts';

const BINDERS = new Set([
  'assignment',
  'augmented_assignment',
  'for_statement',
  'for_in_clause',
  'named_expression',
  'global_statement',
  'as_pattern_target',
]);

/** Names that get a value somewhere below a node; rather one too many, as with the parts of `a.b = 1`. */
export function boundNames(root: SyntaxNode, source: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of walkTree(root)) {
    if (BINDERS.has(node.type)) addNames(fieldOf(node, 'left') ?? fieldOf(node, 'name') ?? node, source, names);
  }
  return names;
}

function addNames(target: SyntaxNode, source: string, names: Set<string>): void {
  if (target.type === 'identifier') names.add(source.slice(target.start, target.end));
  else for (const child of target.children) if (child.named) addNames(child, source, names);
}
