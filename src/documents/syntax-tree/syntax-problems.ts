import type { ParseProblem } from '../../types.ts';
import { lineRange, sliceOf } from '../source-text.ts';
import type { SyntaxNode, SyntaxTree } from '../syntax-tree.ts';
import { walkTree } from './walk-tree.ts';

const MAX_PROBLEMS = 20;

/**
 * The places where a text does not belong to its language, outermost and first in each line.
 * `severity` is for all of them: the caller knows whether anything else can be trusted.
 */
export function syntaxProblems(
  tree: SyntaxTree,
  source: string,
  language: string,
  severity: 'fatal' | 'partial',
): readonly ParseProblem[] {
  if (tree.problem && tree.problem.severity !== 'partial') return [tree.problem];
  const nodes = tree.hasError ? errorNodes(tree.root) : [];
  const problems = nodes.map((node) => syntaxProblem(node, source, language, severity));
  return tree.problem ? [tree.problem, ...problems] : problems;
}

/** Names the line, for people: the text of an error node can span half the file. */
export function syntaxProblem(
  node: Pick<SyntaxNode, 'start' | 'end'>,
  source: string,
  language: string,
  severity: 'fatal' | 'partial',
): ParseProblem {
  const start = Math.min(node.start, source.length);
  const line = lineRange(source, { start, end: start });
  const range = { start, end: Math.max(start, Math.min(node.end, line.end)) };
  const text = printable(sliceOf(source, line)).trim();
  const shown = text.length > 80 ? `${text.slice(0, 80)}...` : text;
  const message = shown
    ? `This is not valid ${language}: \`${shown}\``
    : `The ${language} ends in the middle of something.`;
  return { range, message, severity };
}

function errorNodes(root: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const node of walkTree(root, isError)) {
    if (isError(node)) found.push(node);
    if (found.length === MAX_PROBLEMS) break;
  }
  return found;
}

function isError(node: SyntaxNode): boolean {
  return node.type === 'ERROR' || node.missing;
}

function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not reach a terminal
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069`]/g, ' ');
}
