import { walkTree } from '../syntax-tree/walk-tree.ts';
import type { SyntaxNode } from '../syntax-tree.ts';

const EXITS = new Set(['sys.exit', 'exit', 'quit', 'os._exit', 'os.abort', 'pytest.fail']);
const ELSEWHERE = new Set(['function_definition', 'class_definition', 'lambda']);

/** Whether a block raises or ends the process, somewhere in it. */
export function stopsProgram(block: SyntaxNode, text: (callee: SyntaxNode) => string): boolean {
  for (const node of walkTree(block, (one) => ELSEWHERE.has(one.type))) {
    if (node.type === 'raise_statement') return true;
    const callee = node.type === 'call' ? node.children[0] : undefined;
    if (callee && EXITS.has(text(callee))) return true;
  }
  return false;
}
