import type { SourceComment } from '../../types.ts';
import { isMachineLearningCode } from '../ml-packages.ts';
import type { ParsedPython, PythonNames, PythonView } from '../python.ts';
import { syntaxProblems } from '../syntax-tree/syntax-problems.ts';
import { walkTree } from '../syntax-tree/walk-tree.ts';
import { parseTree, type SyntaxNode } from '../syntax-tree.ts';
import { finishCalls } from './finish-calls.ts';
import { importsOf } from './imports-of.ts';
import { moduleConstants } from './module-constants.ts';
import type { Reader } from './reader.ts';
import { type Collection, visitPython } from './visit-python.ts';

/** One pass over the tree for names, a second for everything that needs them. */
export function collectPython(source: string, outer: PythonNames): ParsedPython {
  const tree = parseTree('python', source);
  const nodes = [...walkTree(tree.root)];
  const imports = importsOf(nodes, source);
  const aliases = new Map([...outer.aliases, ...imports.map((one) => [one.alias, one.name] as const)]);
  const constants = new Map([...outer.constants, ...moduleConstants(tree.root, source)]);
  const reader: Reader = { source, aliases, constants };
  const view = toView(visitPython(tree.root, reader), imports, aliases);
  const partial = tree.hasError && isUseful(view) ? 'partial' : 'fatal';
  return {
    view,
    names: { aliases, constants },
    comments: nodes.filter((node) => node.type === 'comment').map((node) => toComment(node, source)),
    problems: syntaxProblems(tree, source, 'Python', partial),
  };
}

function toView(found: Collection, imports: PythonView['imports'], aliases: ReadonlyMap<string, string>): PythonView {
  const names = imports.map((one) => one.name);
  return {
    imports,
    aliases,
    packages: new Set(names.filter((name) => !name.startsWith('.')).map((name) => name.split('.')[0] ?? name)),
    calls: finishCalls(found.calls, found.assignments),
    attributes: found.attributes,
    assignments: found.assignments,
    functions: found.functions,
    classes: found.classes,
    comparisons: found.comparisons,
    asserts: found.asserts,
    handlers: found.handlers,
    builtTexts: found.builtTexts,
    isMachineLearning: isMachineLearningCode(names),
  };
}

function isUseful(view: PythonView): boolean {
  return view.imports.length + view.calls.length + view.assignments.length + view.functions.length > 0;
}

function toComment(node: SyntaxNode, source: string): SourceComment {
  const range = { start: node.start, end: node.end };
  return { range, text: source.slice(node.start + 1, node.end).trim() };
}
