import type { SyntaxNode } from '../syntax-tree.ts';

const STRINGS = new Set(['string', 'concatenated_string']);

/** Whether a node makes a string of other values: an f-string, a sum, a format. */
export function isBuiltText(node: SyntaxNode): boolean {
  if (node.type === 'string') return node.children.some((child) => child.type === 'interpolation');
  if (node.type === 'concatenated_string') return node.children.some(isBuiltText);
  if (node.type === 'call') return isFormat(node.children[0]);
  if (node.type !== 'binary_operator') return false;
  const operator = node.children.find((child) => !child.named)?.type;
  return (operator === '+' || operator === '%') && beginsWithText(node);
}

/** `"{}".format` */
function isFormat(callee: SyntaxNode | undefined): boolean {
  const [text] = callee?.type === 'attribute' ? callee.children : [];
  const name = callee?.children.at(-1);
  return (
    text !== undefined && STRINGS.has(text.type) && name !== undefined && name.end - name.start === 'format'.length
  );
}

function beginsWithText(node: SyntaxNode): boolean {
  let first: SyntaxNode | undefined = node;
  while (first?.type === 'binary_operator') first = first.children[0];
  return first !== undefined && STRINGS.has(first.type);
}
