import type { Range } from '../../types.ts';
import type { ShellAssignment, ShellCommand, ShellRedirect, ShellWord } from '../shell.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import type { Script } from './script.ts';
import { toWord } from './to-word.ts';
import type { ShellSurroundings } from './visit-script.ts';

const ASSIGNMENTS = new Set(['variable_assignment']);
const REDIRECTS = new Set(['file_redirect', 'herestring_redirect', 'heredoc_redirect']);

/** One simple command with what surrounds it. */
export function toCommand(node: SyntaxNode, around: ShellSurroundings, script: Script): ShellCommand {
  const range = shiftedRange(node, script);
  const { negated, inSubstitution, inCondition, followedByOrTrue, pipeline } = around;
  const own = node.children.filter((child) => REDIRECTS.has(child.type));
  return {
    words: wordsOf(node, script),
    assignments: assignmentsOf(node, script),
    redirects: [...own.flatMap((one) => toRedirects(one, script)), ...around.redirects],
    range,
    pipelineIndex: pipeline?.index ?? 0,
    pipelineLength: pipeline?.length ?? 1,
    pipelineRange: pipeline?.range ?? range,
    negated,
    inSubstitution,
    inCondition,
    followedByOrTrue,
  };
}

export function shiftedRange(node: SyntaxNode, script: Script): Range {
  return { start: node.start + script.offset, end: node.end + script.offset };
}

/** `export`, `[` and the like are keywords to the grammar, words to us. */
function wordsOf(node: SyntaxNode, script: Script): readonly ShellWord[] {
  if (node.type === 'variable_assignment' || node.type === 'variable_assignments') return [];
  if (node.type === 'test_command') return leavesOf(node).map((leaf) => toWord(leaf, script));
  const words = node.children.filter(
    (child) => !ASSIGNMENTS.has(child.type) && !REDIRECTS.has(child.type) && child.type !== 'comment',
  );
  return words.map((word) => toWord(word, script));
}

const WHOLE = new Set([
  'word',
  'string',
  'raw_string',
  'concatenation',
  'expansion',
  'simple_expansion',
  'command_substitution',
]);

function leavesOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.children.length === 0 || WHOLE.has(node.type)) return [node];
  return node.children.flatMap(leavesOf);
}

function assignmentsOf(node: SyntaxNode, script: Script): readonly ShellAssignment[] {
  const nodes =
    node.type === 'variable_assignment' ? [node] : node.children.filter((child) => ASSIGNMENTS.has(child.type));
  return nodes.map((one) => {
    const name = one.children.find((child) => child.field === 'name');
    const value = one.children.find((child) => child.field === 'value');
    return {
      name: name ? script.source.slice(name.start, name.end) : '',
      ...(value ? { value: toWord(value, script) } : {}),
      range: shiftedRange(one, script),
    };
  });
}

/** A heredoc can carry further redirects: `cat <<EOF > file`. */
export function toRedirects(node: SyntaxNode, script: Script): readonly ShellRedirect[] {
  const operator = node.children.find((child) => !child.named);
  const target = node.children.find((child) => child.field === 'destination' || child.type === 'heredoc_start');
  const plain = target ?? (node.type === 'herestring_redirect' ? node.children.at(-1) : undefined);
  const nested = node.children.filter((child) => REDIRECTS.has(child.type));
  const one: ShellRedirect = {
    operator: operator ? script.source.slice(operator.start, operator.end) : '',
    ...(plain ? { target: toWord(plain, script) } : {}),
    range: shiftedRange(node, script),
  };
  return [one, ...nested.flatMap((child) => toRedirects(child, script))];
}
