import type { ShellCommand, ShellView } from '../shell.ts';

const LETTERS: Readonly<Record<string, string>> = { e: 'errexit', u: 'nounset', x: 'xtrace' };

/** What `set -euo pipefail`, `set -o errexit` and the shebang's own options switch on. */
export function shellOptions(source: string, commands: readonly ShellCommand[]): ShellView['options'] {
  const names = new Set<string>();
  const shebang = /^#!\S+(?:[ \t]+\S*sh)?([ \t]+[^\n]*)/.exec(source)?.[1];
  if (shebang) addOptions(shebang.trim().split(/\s+/), names);
  for (const command of commands) {
    if (command.words[0]?.text === 'set')
      addOptions(
        command.words.slice(1).map((word) => word.text),
        names,
      );
  }
  return {
    errexit: names.has('errexit'),
    pipefail: names.has('pipefail'),
    nounset: names.has('nounset'),
    xtrace: names.has('xtrace'),
  };
}

function addOptions(words: readonly string[], names: Set<string>): void {
  for (const [index, word] of words.entries()) {
    if (!/^-[A-Za-z]+$/.test(word)) continue;
    for (const letter of word.slice(1)) if (LETTERS[letter]) names.add(LETTERS[letter]);
    const next = words[index + 1];
    if (word.endsWith('o') && next) names.add(next);
  }
}
