import type { SyntaxNode } from '../syntax-tree.ts';

/**
 * All nodes in document order, without recursion. Nodes for which `isLeaf` holds are given, their children are not.
 */
export function* walkTree(root: SyntaxNode, isLeaf: (node: SyntaxNode) => boolean = () => false): Iterable<SyntaxNode> {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    if (isLeaf(node)) continue;
    // Not push(...children): a node can have more children than a call can have arguments.
    for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as SyntaxNode);
  }
}
