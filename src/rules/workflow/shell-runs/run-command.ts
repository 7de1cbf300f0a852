import type { SyntaxNode } from '../../../documents/syntax-tree.ts';
import { gateOfCommand, isBesideCommand } from '../gates/gate-signs.ts';
import type { FollowedScript, ShellPlace } from './followed-script.ts';
import { substituted } from './run-assignment.ts';
import { settled } from './run-sequence.ts';
import { runShell } from './run-shell.ts';
import { type ExitStatus, onwards, type ShellPath } from './shell-path.ts';
import { resolved, testStatus, writtenWords } from './shell-words.ts';

const WRAPPERS = /^(sudo|env|command|builtin|time|nice|nohup|exec|xvfb-run|stdbuf|ionice)$/;
/** Commands that end a script by how people call them. */
const GIVES_UP = /^(die|fail\w*|abort|bail(_?out)?|panic|fatal|err(or)?_?exit|exit_\w+)$/i;
const HARMLESS = /^(true|:|echo|printf|cat|sleep|date|touch|tee|sync|local|read)$/;

/** A simple command. */
export function runCommand(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
  const words = writtenWords(node, script.source);
  const before = substituted(node, path, place, script);
  return before.flatMap((one) =>
    invoke(node, words, { ...one, status: path.status }, place, script).map((after) => settled(after, place)),
  );
}

function invoke(
  node: SyntaxNode,
  words: readonly string[],
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
  const { name, args, isLast } = invoked(words);
  const end = (paths: readonly ShellPath[]) =>
    isLast ? paths.map((one): ShellPath => ({ ...one, ended: 'exit' })) : paths;
  const own = path.functions.get(name);
  if (own) return end(call(own, path, place, script));
  if (script.isTarget(node)) return end([{ ...path, reached: true, status: '1' }]);
  const builtin = BUILTINS[name];
  if (builtin) return end(builtin(args, path, name, script));
  if (name === 'test' || name === '[') return [{ ...path, status: testStatus(['test', ...args].join(' '), path) }];
  // The check is tried again: it fails again.
  if (place.handling && gateOfCommand(words.join(' '))) return end([{ ...path, status: '1' }]);
  if (path.reached && GIVES_UP.test(name)) return [{ ...path, status: '1', ended: 'exit' }];
  if (place.handling && !HARMLESS.test(name) && !isBesideCommand(words.join(' ')))
    return [
      { ...path, status: '0' },
      { ...path, status: '1', ended: 'exit' },
    ];
  return end([{ ...path, status: '0' }]);
}

/** What really runs: `sudo -E`, `/usr/bin/env A=1` and their like left out. */
function invoked(words: readonly string[]): {
  readonly name: string;
  readonly args: readonly string[];
  readonly isLast: boolean;
} {
  let rest = words;
  let isLast = false;
  while (rest.length > 1 && WRAPPERS.test(nameOf(rest[0]))) {
    isLast ||= rest[0] === 'exec';
    const next = rest.findIndex((word, i) => i > 0 && !/^-|^\w+=/.test(word));
    if (next < 0) break;
    rest = rest.slice(next);
  }
  return { name: nameOf(rest[0]), args: rest.slice(1), isLast };
}

/** The name of the program that a command line starts. */
export function programName(line: string): string {
  return invoked(line.replace(/^(\w+=\S* )+/, '').split(/\s+/)).name;
}

function nameOf(word = ''): string {
  return word.split('/').at(-1) ?? '';
}

function call(inner: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript): readonly ShellPath[] {
  return runShell(inner, { ...path, status: '0' }, place, script).map((one) =>
    one.ended === 'return' ? onwards(one, {}) : one,
  );
}

type Builtin = (args: readonly string[], path: ShellPath, name: string, script: FollowedScript) => readonly ShellPath[];

const leave: Builtin = (args, path, name) => {
  const value = args[0] === undefined ? path.status : resolved(args[0], path);
  return [{ ...path, status: statusOf(value), ended: name === 'return' ? 'return' : 'exit' }];
};

const BUILTINS: Readonly<Record<string, Builtin>> = {
  exit: leave,
  return: leave,
  break: (_, path) => [{ ...path, status: '0', ended: 'loop' }],
  continue: (_, path) => [{ ...path, status: '0', ended: 'loop' }],
  true: (_, path) => [{ ...path, status: '0' }],
  ':': (_, path) => [{ ...path, status: '0' }],
  false: (_, path) => [{ ...path, status: '1' }],
  set: (args, path) => [{ ...path, ...options(args), status: '0' }],
  trap: (args, path, _name, { source }) => [{ ...path, ...trap(args, path, source), status: '0' }],
  wait: (args, path) => [{ ...path, status: args.length > 0 ? (path.background ?? '0') : '0' }],
};

function statusOf(value: string | undefined): ExitStatus {
  if (value === undefined || !/^\d*$/.test(value)) return '?';
  return Number(value) === 0 ? '0' : '1';
}

/** What `set -euo pipefail` and `set +e` switch. */
function options(args: readonly string[]): Partial<ShellPath> {
  const changes: { errexit?: boolean; pipefail?: boolean } = {};
  for (const [i, arg] of args.entries()) {
    const on = arg.startsWith('-');
    if (!/^[-+][a-zA-Z]+$/.test(arg)) continue;
    if (arg.includes('e')) changes.errexit = on;
    if (!arg.includes('o')) continue;
    if (args[i + 1] === 'pipefail') changes.pipefail = on;
    if (args[i + 1] === 'errexit') changes.errexit = on;
  }
  return changes;
}

/** A trap that ends the script itself decides what it ends with. */
function trap(args: readonly string[], { functions }: ShellPath, source: string): Partial<ShellPath> {
  const [written = '', ...signals] = args;
  const own = functions.get(written.trim());
  const action = own ? source.slice(own.start, own.end) : written;
  const ends = /\bexit(\s+(\d+))?\b/.exec(action);
  if (!ends || ends[2] === undefined) return {};
  const status = statusOf(ends[2]);
  return {
    ...(signals.some((one) => /^(EXIT|0)$/i.test(one)) ? { onExit: status } : {}),
    ...(signals.some((one) => /^ERR$/i.test(one)) ? { onError: status } : {}),
  };
}
