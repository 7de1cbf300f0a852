import type { ShellWord } from '../shell.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import type { Script } from './script.ts';

const EXPANSIONS = new Set([
  'simple_expansion',
  'expansion',
  'command_substitution',
  'process_substitution',
  'arithmetic_expansion',
]);

/** A word without its quotes, and whether the text tells all of it. */
export function toWord(node: SyntaxNode, script: Script): ShellWord {
  const range = { start: node.start + script.offset, end: node.end + script.offset };
  const masked = script.expressions.some((one) => one.start < node.end && node.start < one.end);
  return { text: textOf(node, script.source), range, hasExpansion: masked || hasExpansion(node) };
}

function textOf(node: SyntaxNode, source: string): string {
  const text = source.slice(node.start, node.end);
  switch (node.type) {
    case 'raw_string':
      return text.slice(1, -1);
    case 'string':
      return text.slice(1, -1).replace(/\\(?:\r?\n|(["\\$`]))/g, '$1');
    case 'ansi_c_string':
      return text.slice(2, -1);
    case 'word':
      return text.replace(/\\(?:\r?\n|([\s\S]))/g, '$1');
    case 'concatenation':
    case 'command_name':
      return node.children.length === 0 ? text : joined(node, source);
    default:
      return text;
  }
}

/** What lies between the parts of a word belongs to it: the grammar gives some punctuation no node. */
function joined(node: SyntaxNode, source: string): string {
  let at = node.start;
  let text = '';
  for (const child of node.children) {
    text += source.slice(at, child.start) + textOf(child, source);
    at = child.end;
  }
  return text + source.slice(at, node.end);
}

function hasExpansion(node: SyntaxNode): boolean {
  return EXPANSIONS.has(node.type) || node.children.some(hasExpansion);
}
