import type { Arguments } from './read-arguments.ts';

interface Taken {
  readonly operands: number;
  readonly options: readonly string[];
}

const MANY = Number.POSITIVE_INFINITY;

/** What each command takes; `--help` and `--version` are taken by all. */
const TAKEN: Readonly<Record<string, Taken>> = {
  review: {
    operands: 0,
    options: [
      ...['repo', 'base', 'head', 'staged', 'judge', 'dry-run', 'fix', 'receipt'],
      ...['format', 'strictness', 'persona', 'mode', 'organisation'],
    ],
  },
  scan: { operands: MANY, options: ['kind', 'isolated', 'format', 'strictness', 'organisation'] },
  rules: { operands: 0, options: ['format'] },
  explain: { operands: 1, options: [] },
  checklists: { operands: 1, options: ['persona', 'explain', 'repo', 'format'] },
  policy: { operands: 1, options: ['repo', 'mode', 'format', 'organisation'] },
  debt: { operands: MANY, options: ['repo', 'format', 'strictness', 'organisation'] },
  preview: { operands: 0, options: ['since', 'repo', 'base', 'settings', 'format', 'organisation'] },
  init: { operands: 0, options: ['mode', 'action', 'app-id', 'force', 'org', 'repo'] },
  doctor: { operands: 0, options: ['repo'] },
};

/**
 * One sentence for each argument that the command does nothing with: whoever wrote it believes that it was heeded.
 * Nothing for a command that does not exist.
 */
export function unreadArguments({ command, operands, flags, given }: Arguments): readonly string[] {
  const taken = Object.hasOwn(TAKEN, command) ? TAKEN[command] : undefined;
  if (!taken) return [];
  const options = [...given, ...flags].filter((name) => !taken.options.includes(name));
  return [
    ...options.map((name) => `\`${command}\` does not take \`--${name}\`: it changes nothing.${belongs(name)}`),
    ...operands.slice(taken.operands).map((word) => `\`${command}\` does not take \`${word}\`: it changes nothing.`),
  ];
}

function belongs(option: string): string {
  const commands = Object.keys(TAKEN).filter((name) => TAKEN[name]?.options.includes(option));
  return ` It belongs to ${commands.map((name) => `\`${name}\``).join(', ')}.`;
}
