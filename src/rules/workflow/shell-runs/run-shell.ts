import type { SyntaxNode } from '../../../documents/syntax-tree.ts';
import { type FollowedScript, type Run, type ShellPlace, UNREADABLE } from './followed-script.ts';
import { assign, test } from './run-assignment.ts';
import { branches, cases } from './run-branches.ts';
import { runCommand } from './run-command.ts';
import { last, list, pipeline, redirected } from './run-list.ts';
import { body, loop } from './run-loop.ts';
import { isolated, sequence, settled } from './run-sequence.ts';
import { merged, type ShellPath } from './shell-path.ts';

/** Every way a piece of a script can go (https://www.gnu.org/software/bash/manual/bash.html#The-Set-Builtin). */
export function runShell(node: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript) {
  script.spend();
  if (place.depth > 200) throw UNREADABLE;
  const run = RUNS[node.type];
  if (!run) throw UNREADABLE;
  return merged(run(node, path, { ...place, depth: place.depth + 1 }, script));
}

const RUNS: Readonly<Record<string, Run>> = {
  program: sequence,
  do_group: sequence,
  compound_statement: (node, path, place, script) =>
    node.children[0]?.type === '((' ? test(node, path, place, script) : sequence(node, path, place, script),
  list,
  pipeline,
  negated_command: (node, path, place, script) =>
    last(node, path, { ...place, ignored: true }, script).map((one) =>
      one.ended ? one : { ...one, status: one.status === '?' ? '?' : one.status === '0' ? '1' : '0' },
    ),
  subshell: (node, path, place, script) => isolated(node, path, place, script).map((one) => settled(one, place)),
  redirected_statement: redirected,
  if_statement: branches,
  elif_clause: branches,
  else_clause: sequence,
  while_statement: loop,
  for_statement: body,
  c_style_for_statement: body,
  case_statement: cases,
  function_definition: (node, path, _place, { source }) => {
    const name = node.children.find(({ field }) => field === 'name');
    const inner = node.children.find(({ field }) => field === 'body');
    if (!name || !inner) return [path];
    const functions = new Map(path.functions).set(source.slice(name.start, name.end), inner);
    return [{ ...path, status: '0', functions }];
  },
  test_command: test,
  variable_assignment: assign,
  variable_assignments: sequence,
  command: runCommand,
  declaration_command: runCommand,
  unset_command: (_, path) => [{ ...path, status: '0' }],
  comment: (_, path) => [path],
};
