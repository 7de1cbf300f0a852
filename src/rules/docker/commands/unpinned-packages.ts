import type { ShellWord } from '../../../documents/shell.ts';
import { PACKAGE_MANAGERS, type PackageManager } from './package-managers.ts';
import type { RunCommand } from './run-commands.ts';

/** Packages that a command installs in whatever version there is. */
export interface UnpinnedPackages {
  readonly names: readonly string[];
  readonly manager: PackageManager;
}

/** Undefined where it installs nothing, or says which versions; words that are known only when it runs are not looked at. */
export function unpinnedPackages(run: RunCommand): UnpinnedPackages | undefined {
  const words = withoutModule(run.words);
  const program = words[0]?.text.replace(/^.*\//, '') ?? '';
  const manager = PACKAGE_MANAGERS.find(({ programs }) => programs.test(program));
  const verb = manager ? words.findIndex(({ text }, i) => i > 0 && manager.verbs.test(text)) : -1;
  if (!manager || verb < 0 || words.some(({ text }) => manager.decidedBy?.test(text))) return undefined;
  const plain = packagesOf(words.slice(verb + 1), manager);
  // `go run` takes one package; the rest is for the program.
  const asked = words[verb]?.text === 'run' ? plain.slice(0, 1) : plain;
  const names = asked
    .filter(({ hasExpansion }) => !hasExpansion)
    .map(({ text }) => text)
    .filter((name) => name !== '' && !manager.pinned.test(name) && !manager.exempt?.test(name));
  return names.length > 0 ? { names, manager } : undefined;
}

/** `pip install` of `python3 -m pip install`. */
function withoutModule(words: readonly ShellWord[]): readonly ShellWord[] {
  const at = words.findIndex(({ text }, i) => text === '-m' && words[i + 1]?.text === 'pip');
  return at > 0 && /(^|\/)python[\d.]*$/.test(words[0]?.text ?? '') ? words.slice(at + 1) : words;
}

function packagesOf(words: readonly ShellWord[], { takesValue }: PackageManager): readonly ShellWord[] {
  return words.filter(({ text }, i) => !text.startsWith('-') && !takesValue.test(words[i - 1]?.text ?? ''));
}
