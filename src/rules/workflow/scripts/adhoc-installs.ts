import type { ShellCommand } from '../../../documents/shell.ts';
import { invokedWords } from '../../../documents/shell.ts';

interface Installer {
  readonly tools: RegExp;
  /** What stands between the program and the packages. */
  readonly verb: RegExp;
  /** Options that say which versions are meant. */
  readonly pinned: RegExp;
  /** Options that take a word of their own. */
  readonly takesValue: RegExp;
  /** A package whose version is given with it. */
  readonly exact: RegExp;
  /** What installs the packages that a lock file lists. */
  readonly instead: string;
}

const NEVER = /^$/;

/** From the documentation of each tool, November 2026. */
const INSTALLERS: readonly Installer[] = [
  {
    tools: /^(npm|pnpm|yarn|bun)$/,
    verb: /^((-g|--global) )?(install|i|add|global add)(?= |$)/,
    pinned: NEVER,
    takesValue: /^(--registry|--prefix|-w|--workspace|--filter|-C|--dir)$/,
    exact: /.@v?\d+\.\d+\.\d+/,
    instead: 'Add it to package.json and install with the lock file',
  },
  {
    tools: /^(pip[\d.]*|pipx|uv)$/,
    verb: /^(pip install|tool install|install)(?= |$)/,
    pinned: /^(--require-hashes|-c|--constraint)\b/,
    takesValue:
      /^(-i|--index-url|--extra-index-url|-f|--find-links|-t|--target|--prefix|-r|--requirement|-e|--editable|--python)$/,
    exact: /===?\d|@ ?git\+\S+@[0-9a-f]{40}|^(pip|setuptools|wheel|uv)$/,
    instead: 'Put it into a requirements file with hashes',
  },
  {
    tools: /^gem$/,
    verb: /^install(?= |$)/,
    pinned: /^(-v|--version)\b/,
    takesValue: /^(--source|-i|--install-dir)$/,
    exact: /:\d+(\.\d+)+$/,
    instead: 'Put it into the Gemfile and install with bundler',
  },
  {
    tools: /^cargo$/,
    verb: /^install(?= |$)/,
    pinned: /^(--locked|--version|--vers|--path|--frozen)\b/,
    takesValue: /^(--root|--features|--target|--git|--branch|--bin|--registry)$/,
    exact: /@\d+\.\d+/,
    instead: 'Name a version and add `--locked`',
  },
  {
    tools: /^go$/,
    verb: /^(install|get)(?= |$)/,
    pinned: NEVER,
    takesValue: /^(-C|-ldflags|-tags|-mod|-o)$/,
    exact: /^(?!.*@(latest|main|master|upgrade)$)/,
    instead: 'Name a version, or make it a `tool` of go.mod',
  },
  {
    tools: /^(dotnet|nuget|choco)$/,
    verb: /^(tool (install|update)|install)(?= |$)/,
    pinned: /^(--version|-Version)\b/,
    takesValue: /^(--add-source|--source|-Source|-OutputDirectory|--tool-path)$/,
    exact: NEVER,
    instead: 'Name a version',
  },
];

/** The first package that a command installs in whatever version is newest, and what to do instead. */
export function adhocInstall(command: ShellCommand): { readonly name: string; readonly instead: string } | undefined {
  const text = invokedWords(command)
    .map((word) => word.text)
    .join(' ')
    .replace(/^(python[\d.]*|py) -m /, '');
  const [tool = ''] = text.split(' ', 1);
  const installer = INSTALLERS.find(({ tools }) => tools.test(tool));
  const rest = text.slice(tool.length + 1);
  const verb = installer?.verb.exec(rest)?.[0];
  if (!installer || verb === undefined) return undefined;
  const words = rest.slice(verb.length).trim().split(/\s+/);
  if (words.some((word) => installer.pinned.test(word))) return undefined;
  const name = words.find(
    (word, i) =>
      word !== '' && !word.startsWith('-') && !installer.takesValue.test(words[i - 1] ?? '') && isOpen(word, installer),
  );
  return name === undefined ? undefined : { name, instead: installer.instead };
}

/** A package of a registry without its version; a path, a file, or what only the run knows is none. */
function isOpen(word: string, { exact }: Installer): boolean {
  if (/^[./~]|^file:|[$`*]|\.(tgz|whl|gz|gem|nupkg|zip|txt)(\[.*\])?$/.test(word)) return false;
  return /^[@\w]/.test(word) && !exact.test(word);
}
