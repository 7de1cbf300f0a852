import { walkTree } from '../../../documents/syntax-tree/walk-tree.ts';
import type { SyntaxNode } from '../../../documents/syntax-tree.ts';
import type { FollowedScript, ShellPlace } from './followed-script.ts';
import { isolated, settled } from './run-sequence.ts';
import { assigned, merged, type ShellPath } from './shell-path.ts';
import { resolved, testStatus } from './shell-words.ts';

/** `[[ ... ]]` and `(( ... ))`. */
export function test(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
  const written = script.source.slice(node.start, node.end);
  const counted = /^\(\(\s*(\w+)\s*(?:\+\+|\+=\s*1)\s*\)\)$/.exec(written);
  if (counted?.[1]) return [{ ...path, status: '0', variables: assigned(path.variables, counted[1], '1') }];
  return [settled({ ...path, status: testStatus(written, path) }, place)];
}

/** `name=value`, with what the value substitutes. */
export function assign(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
  const name = node.children.find(({ field }) => field === 'name');
  const value = node.children.find(({ field }) => field === 'value');
  if (!name) return [path];
  const [key, written] = [name, value].map((one) => (one ? script.source.slice(one.start, one.end) : ''));
  return substituted(node, { ...path, status: '0' }, place, script).map((one) => {
    const known = resolved((written ?? '').replace(/^(["'])(.*)\1$/s, '$2'), { ...one, status: path.status });
    const counts = /^\$\(\(.*\+\s*1\s*\)\)$/.test(written ?? '') ? '1' : known;
    if (counts !== undefined) return settled({ ...one, variables: assigned(one.variables, key ?? '', counts) }, place);
    const variables = new Map(one.variables);
    variables.delete(key ?? '');
    return settled({ ...one, variables }, place);
  });
}

/** Runs what a word substitutes; the status is that of the last. */
export function substituted(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
  const isInner = ({ type }: SyntaxNode) => type === 'command_substitution' || type === 'process_substitution';
  let paths: readonly ShellPath[] = [path];
  for (const inner of walkTree(node, isInner)) {
    if (isInner(inner))
      paths = merged(paths.flatMap((one) => isolated(inner, one, { ...place, ignored: false }, script)));
  }
  return paths;
}
