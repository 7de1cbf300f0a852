import type { PythonValue } from '../python.ts';
import { walkTree } from '../syntax-tree/walk-tree.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { boundNames } from './bound-names.ts';
import { fieldOf, textOf } from './reader.ts';
import { toExpression } from './to-expression.ts';

/** Names that the module's top level assigns a known value, and that nothing outside functions assigns again. */
export function moduleConstants(root: SyntaxNode, source: string): ReadonlyMap<string, PythonValue> {
  const values = new Map<string, PythonValue>();
  const changed = new Set<string>();
  for (const statement of root.children) {
    const constant = readConstant(statement, source, values);
    const names = constant ? [constant.name] : reassigned(statement, source);
    for (const name of names) {
      if (changed.has(name) || !constant) values.delete(name);
      else values.set(name, constant.value);
      changed.add(name);
    }
  }
  return values;
}

function readConstant(
  statement: SyntaxNode,
  source: string,
  constants: ReadonlyMap<string, PythonValue>,
): { readonly name: string; readonly value: PythonValue } | undefined {
  const assignment = statement.type === 'expression_statement' ? statement.children[0] : undefined;
  const target = assignment ? fieldOf(assignment, 'left') : undefined;
  if (assignment?.type !== 'assignment' || target?.type !== 'identifier') return undefined;
  const right = fieldOf(assignment, 'right');
  const value = right ? toExpression(right, { source, aliases: new Map(), constants }).value : undefined;
  return value === undefined ? undefined : { name: textOf(target, { source }), value };
}

/** A function's own names are its own, but for those it declares global. */
function reassigned(statement: SyntaxNode, source: string): Iterable<string> {
  if (!/function_definition|class_definition|decorated_definition/.test(statement.type))
    return boundNames(statement, source);
  const declarations = [...walkTree(statement)].filter((node) => node.type === 'global_statement');
  return declarations.flatMap((node) => [...boundNames(node, source)]);
}
