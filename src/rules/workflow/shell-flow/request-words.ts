import { invokedWords, type ShellCommand } from '../../../documents/shell.ts';
import { find, type OutsideWord } from './code-words.ts';
import type { OutsideVariable } from './outside-variables.ts';

const REQUESTS = /^(curl|wget|http|https|xh|aria2c)$/;
/** Options whose value is something that is sent, not where it is sent to. */
const TAKES_DATA =
  /^(-d|--data|--data-\w+|-F|--form|--form-string|-H|--header|-u|--user|-A|--user-agent|-e|--referer|-b|--cookie|-X|--request|-o|--output|-O|--post-data|--body-data|--json|-T|--upload-file)$/;
/** A variable where the host stands. */
const HOST = /^(?:https?:\/\/(?:[^/$]*@)?)?\$\{?(\w+)/;

/** The word of a request whose host outsiders' text names. */
export function requestWord(command: ShellCommand, known: readonly OutsideVariable[]): OutsideWord | undefined {
  const [program, ...args] = invokedWords(command);
  if (!REQUESTS.test(program?.text ?? '')) return undefined;
  for (const [i, word] of args.entries()) {
    const name = TAKES_DATA.test(args[i - 1]?.text ?? '') ? undefined : HOST.exec(word.text)?.[1];
    const found = find(
      [word],
      known.filter((one) => one.name === name),
    );
    if (found) return found;
  }
  return undefined;
}
