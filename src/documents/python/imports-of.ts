import type { PythonImport } from '../python.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { fieldOf, rangeOf, textOf } from './reader.ts';

const SCOPES = new Set(['function_definition', 'class_definition']);

/** All imports of a file, wherever they stand; `nodes` in document order. */
export function importsOf(nodes: readonly SyntaxNode[], source: string): readonly PythonImport[] {
  const scopes: SyntaxNode[] = [];
  return nodes.flatMap((node) => {
    while (scopes.length > 0 && (scopes.at(-1)?.end ?? 0) <= node.start) scopes.pop();
    if (SCOPES.has(node.type)) scopes.push(node);
    const read = READERS[node.type];
    if (!read) return [];
    const functionName = scopes.map((scope) => nameOf(scope, source)).join('.');
    return read(node, source).map((one) => ({ ...one, functionName }));
  });
}

type Imported = Omit<PythonImport, 'functionName'>;

const READERS: Readonly<Record<string, (node: SyntaxNode, source: string) => readonly Imported[]>> = {
  import_statement: plainImports,
  import_from_statement: fromImports,
  future_import_statement: () => [],
};

/** `import a.b` binds `a`; `import a.b as c` binds `c` to `a.b`. */
function plainImports(node: SyntaxNode, source: string): readonly Imported[] {
  return namesOf(node).map((name) => {
    const { dotted, alias } = readName(name, source);
    return { name: dotted, alias: alias ?? dotted.split('.')[0] ?? dotted, range: rangeOf(name) };
  });
}

function fromImports(node: SyntaxNode, source: string): readonly Imported[] {
  const from = fieldOf(node, 'module_name');
  const module = from ? textOf(from, { source }).replace(/\s+/g, '') : '';
  const join = (name: string) => (module.endsWith('.') || module === '' ? module + name : `${module}.${name}`);
  const star = node.children.find((child) => child.type === 'wildcard_import');
  if (star) return [{ name: join('*'), alias: '*', range: rangeOf(star) }];
  return namesOf(node).map((name) => {
    const { dotted, alias } = readName(name, source);
    return { name: join(dotted), alias: alias ?? dotted, range: rangeOf(name) };
  });
}

function namesOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter((child) => child.field === 'name');
}

function readName(node: SyntaxNode, source: string): { dotted: string; alias?: string } {
  const alias = fieldOf(node, 'alias');
  const dotted = textOf(fieldOf(node, 'name') ?? node, { source }).replace(/\s+/g, '');
  return alias ? { dotted, alias: textOf(alias, { source }) } : { dotted };
}

function nameOf(scope: SyntaxNode, source: string): string {
  const name = fieldOf(scope, 'name');
  return name ? textOf(name, { source }) : '';
}
