import type { ParseProblem, Range } from '../types.ts';
import { readScript } from './shell/read-script.ts';

export interface ShellView {
  /** Simple commands in order, those of substitutions, conditions, loops and functions included. */
  readonly commands: readonly ShellCommand[];
  /** Options that a `set` of the script switches on, wherever it stands. */
  readonly options: {
    readonly errexit: boolean;
    readonly pipefail: boolean;
    readonly nounset: boolean;
    readonly xtrace: boolean;
  };
  readonly heredocs: readonly Range[];
  readonly comments: readonly Range[];
  readonly problems: readonly ParseProblem[];
}

export interface ShellWord {
  /** Without quotes; expansions as they stand in the text. */
  readonly text: string;
  /** With quotes. */
  readonly range: Range;
  /** Part of it is known only when it runs: `$x`, `$(x)`, `${{ x }}`. */
  readonly hasExpansion: boolean;
}

export interface ShellAssignment {
  readonly name: string;
  readonly value?: ShellWord;
  readonly range: Range;
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, `<<`, `<<<`, `>&`... */
  readonly operator: string;
  readonly target?: ShellWord;
  readonly range: Range;
}

export interface ShellCommand {
  /** Empty for a plain assignment. `export`, `[` and `[[` are commands. */
  readonly words: readonly ShellWord[];
  /** `A=1 B=2` in front of the command, or after `export`. */
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  readonly range: Range;
  /** Place in its pipeline, from 0. */
  readonly pipelineIndex: number;
  /** Number of commands in its pipeline; 1 where it stands alone. */
  readonly pipelineLength: number;
  /** The same for all commands of a pipeline. */
  readonly pipelineRange: Range;
  readonly negated: boolean;
  readonly inSubstitution: boolean;
  /** In the condition of `if`, `while` or `until`, or in front of `&&` or `||`: `errexit` does not apply. */
  readonly inCondition: boolean;
  /** `|| true`, `|| :`, `|| echo ...`, `|| exit 0`: its failure is thrown away. */
  readonly followedByOrTrue: boolean;
}

const cache = new Map<string, ShellView>();

/**
 * Reads a POSIX or bash script; the `bash` grammar must be loaded. `offset` is added to all ranges: where the script
 * starts in its file. Answers for the same script are remembered. Never throws for a text.
 */
export function parseShell(source: string, offset = 0): ShellView {
  const key = `${offset}:${source}`;
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= 256) cache.clear();
  const view = readScript(source, offset);
  cache.set(key, view);
  return view;
}

const WRAPPERS = new Set(['sudo', 'env', 'exec', 'time', 'nice', 'nohup', 'command', 'builtin', 'doas', 'eatmydata']);
const TAKES_VALUE = new Set(['-u', '-g', '-n', '-h', '-p', '-C', '-U']);

/** The words of what really runs: without `sudo -E`, `env A=1`, `time` and their like in front. */
export function invokedWords(command: Pick<ShellCommand, 'words'>): readonly ShellWord[] {
  let words = command.words;
  while (words[0] && WRAPPERS.has(words[0].text)) {
    let at = 1;
    while (/^-|^\w+=/.test(words[at]?.text ?? '')) at += TAKES_VALUE.has(words[at]?.text ?? '') ? 2 : 1;
    if (at >= words.length) return words;
    words = words.slice(at);
  }
  return words;
}
