import { invokedWords, type ShellCommand, type ShellWord } from '../../../documents/shell.ts';
import { mentions } from './follow-variables.ts';
import type { OutsideVariable } from './outside-variables.ts';

/** Programs that take an argument for code, and the option in front of it. */
const TAKES_CODE: Readonly<Record<string, RegExp>> = {
  bash: /^-\w*c$/,
  sh: /^-\w*c$/,
  zsh: /^-\w*c$/,
  dash: /^-\w*c$/,
  su: /^(-c|--command)$/,
  python: /^-\w*c$/,
  python3: /^-\w*c$/,
  node: /^(-e|-p|-pe|--eval|--print)$/,
  bun: /^(-e|--eval)$/,
  deno: /^eval$/,
  perl: /^-\w*e$/i,
  ruby: /^-e$/,
  php: /^-r$/,
  pwsh: /^-(c|command)$/i,
};

export interface OutsideWord {
  readonly word: ShellWord;
  readonly from: OutsideVariable;
}

/** The word of a command with outsiders' text in it that a shell or another language runs as code. */
export function codeWord(command: ShellCommand, known: readonly OutsideVariable[]): OutsideWord | undefined {
  const words = invokedWords(command);
  const [program, ...args] = words;
  if (!program) return undefined;
  // What a substitution there prints would be run, not what it is given.
  const asCommand = /\$\(|`/.test(program.text) ? undefined : find([program], known);
  if (asCommand) return asCommand;
  const name = program.text.split('/').at(-1) ?? '';
  if (name === 'eval') return find(args, known);
  // The first argument that is no option is the host; what follows is a script for the shell over there.
  if (name === 'ssh') return find(args.slice(args.findIndex(({ text }) => /^[^-]*[@\w]/.test(text)) + 1), known);
  const option = takesCode(name);
  const at = option ? args.findIndex(({ text }) => option.test(text)) : -1;
  return at < 0 ? undefined : find(args.slice(at + 1, at + 2), known);
}

/** The option of a program behind which an argument is code; undefined where it takes none. */
export function takesCode(program: string): RegExp | undefined {
  return Object.hasOwn(TAKES_CODE, program) ? TAKES_CODE[program] : undefined;
}

/** What stands in single quotes is not filled in by this shell. */
export function find(words: readonly ShellWord[], known: readonly OutsideVariable[]): OutsideWord | undefined {
  for (const word of words) {
    const from = word.hasExpansion ? mentions(word.text, known) : undefined;
    if (from) return { word, from };
  }
  return undefined;
}

/** `echo "$X" | bash`: whether what a command prints is run by the last one of its pipe. */
export function printsCode(command: ShellCommand, all: readonly ShellCommand[]): boolean {
  if (command.pipelineLength < 2 || !/^(echo|printf)$/.test(command.words[0]?.text ?? '')) return false;
  const last = all.find(
    (one) =>
      one.pipelineRange.start === command.pipelineRange.start && one.pipelineIndex === command.pipelineLength - 1,
  );
  const words = last ? invokedWords(last).map(({ text }) => text) : [];
  return /^(ba|z|da)?sh$/.test(words[0] ?? '') && words.slice(1).every((word) => /^-(e|x|s|-)?$/.test(word));
}
