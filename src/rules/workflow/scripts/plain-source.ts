import { invokedWords, type ShellCommand } from '../../../documents/shell.ts';

/** Options with which curl keeps what it fetches; else it prints it, as health checks do. */
const KEEPS = /^(-[a-zA-Z]*[oO]|--output|--remote-name(-all)?)(=|$)/;
const INDEX = /^(-i|--index-url|--extra-index-url|-f|--find-links|--registry|--default-index|--index)$/;

/** The address, without encryption, from which a command fetches code or packages; undefined where there is none. */
export function plainSource(command: ShellCommand): string | undefined {
  const [name = '', ...words] = invokedWords(command).map(({ text }) => text);
  const url = words.find(isPublicPlain);
  // `| sh` is a matter of its own.
  const keeps = command.pipelineIndex === command.pipelineLength - 1;
  switch (name) {
    case 'curl':
      return keeps && (words.some((word) => KEEPS.test(word)) || isWritten(command)) ? url : undefined;
    case 'wget':
      return keeps && !words.some((word) => /^--spider$|^-[a-z]*O-$/.test(word)) ? url : undefined;
    case 'git':
      return words.some((word) => /^(clone|submodule|remote|fetch|pull)$/.test(word)) ? url : undefined;
    default:
      return indexOf(name, words);
  }
}

function isWritten({ redirects }: ShellCommand): boolean {
  return redirects.some(({ operator, target }) => operator.startsWith('>') && target?.text !== '/dev/null');
}

function indexOf(name: string, words: readonly string[]): string | undefined {
  if (!/^(pip[\d.]*|uv|python[\d.]*|npm|yarn|pnpm|poetry|gem)$/.test(name)) return undefined;
  if (words[0] === 'config') return words.includes('registry') ? words.find(isPublicPlain) : undefined;
  return words.find((word, i) => {
    if (INDEX.test(words[i - 1] ?? '')) return isPublicPlain(word);
    const [option = '', ...value] = word.split('=');
    return INDEX.test(option) && isPublicPlain(value.join('='));
  });
}

/** An address outside one's own network. */
export function isPublicPlain(url: string): boolean {
  const [, host] = /^(?:git\+)?(?:http|git):\/\/(?:[^@/\s]*@)?([\w.-]+)/i.exec(url) ?? [];
  if (!host?.includes('.')) return false;
  return !/^(localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)|\.(local|localhost|internal|svc|test|lan|home|corp)$/i.test(
    host,
  );
}
