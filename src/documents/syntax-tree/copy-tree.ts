import type { Tree, TreeCursor } from 'web-tree-sitter';
import type { SyntaxNode, SyntaxTree } from '../syntax-tree.ts';
import type { Grammar } from './grammars.ts';

/** Deeper nodes are left out, so that whoever walks the copy may use recursion. */
const MAX_DEPTH = 1000;

interface Draft extends SyntaxNode {
  readonly children: Draft[];
}

/** Copies a tree into plain nodes, once, without recursion. The caller deletes the tree. */
export function copyTree(tree: Tree, grammar: Grammar, offset: number): SyntaxTree {
  const cursor = tree.walk();
  const root = copyNode(cursor, grammar, offset);
  const path: Draft[] = [root];
  let tooDeep: Draft | undefined;
  let node: Draft | undefined = root;
  while (node) {
    if (path.length >= MAX_DEPTH) tooDeep ??= node;
    node = path.length < MAX_DEPTH && cursor.gotoFirstChild() ? node : nextParent(cursor, path);
    if (!node) break;
    const child = copyNode(cursor, grammar, offset);
    node.children.push(child);
    path.push(child);
    node = child;
  }
  cursor.delete();
  return { root, hasError: tree.rootNode.hasError, ...(tooDeep ? { problem: tooDeepProblem(tooDeep) } : {}) };
}

/** Moves the cursor to the next node that has not been copied; answers its parent. */
function nextParent(cursor: TreeCursor, path: Draft[]): Draft | undefined {
  while (path.length > 1) {
    path.pop();
    if (cursor.gotoNextSibling()) return path[path.length - 1];
    cursor.gotoParent();
  }
  return undefined;
}

/** Each property of the cursor is a call into wasm, so each is asked for once and only if it can matter. */
function copyNode(cursor: TreeCursor, grammar: Grammar, offset: number): Draft {
  const id = cursor.nodeTypeId;
  const start = cursor.startIndex + offset;
  const end = cursor.endIndex + offset;
  const field = grammar.fields[cursor.currentFieldId];
  return {
    type: grammar.types[id] ?? cursor.nodeType,
    start,
    end,
    ...(field ? { field } : {}),
    named: grammar.named[id] ?? cursor.nodeIsNamed,
    missing: start === end && cursor.nodeIsMissing,
    children: [],
  };
}

function tooDeepProblem(node: Draft): NonNullable<SyntaxTree['problem']> {
  return {
    range: { start: node.start, end: node.end },
    message: `The code is nested more than ${MAX_DEPTH} levels deep here; what lies deeper was not looked at.`,
    severity: 'partial',
  };
}
