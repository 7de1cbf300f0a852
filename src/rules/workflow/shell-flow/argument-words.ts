import { invokedWords, type ShellCommand, type ShellWord } from '../../../documents/shell.ts';
import { find, type OutsideWord } from './code-words.ts';
import { mentions } from './follow-variables.ts';
import type { OutsideVariable } from './outside-variables.ts';

/** Programs with an option that runs commands, reads any file or sends it away (https://gtfobins.github.io). */
const OPTIONS_RUN =
  /^(git|tar|find|curl|wget|rsync|ssh|scp|zip|unzip|docker|npm|pip\d?|xargs|python\d?|node|make|gcc|go|ffmpeg|tcpdump|7z)$/;

/** A word with which outsiders' text gets to choose what a program does. */
export function argumentWord(
  command: ShellCommand,
  known: readonly OutsideVariable[],
  source: string,
): (OutsideWord & { readonly how: 'program' | 'options' }) | undefined {
  const [program, ...args] = invokedWords(command);
  const name = program?.text.split('/').at(-1) ?? '';
  if (/^(sed|gsed|awk|gawk|mawk)$/.test(name)) {
    const found = find(programOf(args), known);
    return found && { ...found, how: 'program' };
  }
  const free = known.filter(isFreeText);
  if (!OPTIONS_RUN.test(name) || free.length === 0) return undefined;
  const ended = args.findIndex(({ text }) => text === '--');
  for (const word of ended < 0 ? args : args.slice(0, ended)) {
    const from = mentions(unquoted(source.slice(word.range.start, word.range.end)), free);
    if (from) return { word, from, how: 'options' };
  }
  return undefined;
}

/** What `sed` and `awk` run: the words behind `-e`, else the first that is no option. `-v name=value` is data. */
function programOf(args: readonly ShellWord[]): ShellWord[] {
  const given = args.filter((_, i) => /^(-e|--expression)$/.test(args[i - 1]?.text ?? ''));
  if (given.length > 0) return given;
  const first = args.find(({ text }, i) => !text.startsWith('-') && !/^-[vF]$/.test(args[i - 1]?.text ?? ''));
  return first ? [first] : [];
}

/** Names of branches hold no spaces. */
export function isFreeText({ source }: OutsideVariable): boolean {
  return !/head_ref|head\.ref|branch|label$/.test(source);
}

/** Whether a program has options that run commands, read any file or send it away. */
export function takesOptions(program: string): boolean {
  return OPTIONS_RUN.test(program);
}

/** The parts of a word that the shell splits at spaces. */
function unquoted(word: string): string {
  return word.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
}
