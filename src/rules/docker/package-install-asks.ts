import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { ShellWord } from '../../documents/shell.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

export const packageInstallAsks: Rule<DockerfileDocument> = {
  id: 'package-install-asks',
  kinds: ['dockerfile'],
  title: 'A package manager waits for an answer nobody gives',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    hadolint: ['DL3030', 'DL3034', 'DL3038'],
    kics: [
      '6e19193a-8753-436d-8a09-76dcff91bb03',
      '7ebd323c-31b7-4e5b-b26f-de5e9e477af8',
      '45e1fca5-f90e-465d-825f-c2cb63fa3944',
    ],
    semgrep: ['missing-yum-assume-yes-switch', 'missing-dnf-assume-yes-switch', 'missing-zypper-no-confirm-switch'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    const asking = MANAGERS.filter(({ configured }) => !configured?.test(source));
    for (const stage of view.stages) {
      for (const run of stage.instructions.flatMap(runCommands)) {
        const manager = asking.find(({ programs }) => programs.test(run.program));
        const verb = manager && run.words.slice(1).find(({ text }) => manager.asks.test(text));
        if (!manager || !verb || isAnswered(run, manager)) continue;
        yield problem(stage, run, verb, manager);
      }
    }
  },
};

interface Manager {
  readonly programs: RegExp;
  /** Verbs at which it asks. */
  readonly asks: RegExp;
  readonly answer: RegExp;
  /** What is to be written, behind the verb. */
  readonly write: string;
  /** Before the verb. */
  readonly isGlobal?: true;
  /** Somewhere in the file: an answer for all calls. */
  readonly configured?: RegExp;
}

/** As their manuals say in November 2026. apt-get has a rule of its own. */
const MANAGERS: readonly Manager[] = [
  {
    programs: /^(yum|dnf5?|microdnf|tdnf)$/,
    asks: /^(in|(group|local)?install|(group)?remove|erase|reinstall|upgrade|update|downgrade|autoremove|distro-sync|swap)$/,
    answer: /^-[a-zA-Z]*y[a-zA-Z]*$|^--assumeyes$|^--assume-yes$|^--assumeno$|^--downloadonly$/,
    write: '-y',
    configured: /assumeyes/i,
  },
  {
    programs: /^zypper$/,
    asks: /^(install|in|remove|rm|source-install|si|patch|update|up|dist-upgrade|dup)$/,
    answer: /^-[a-zA-Z]*[ny][a-zA-Z]*$|^--(non-interactive|no-confirm|dry-run)$/,
    write: '--non-interactive',
    isGlobal: true,
    configured: /ZYPP_\w*NON_?INTERACTIVE/i,
  },
  {
    programs: /^(pacman|yay|paru)$/,
    asks: /^-(S|Sy*u+y*|U|R[nsc]*)$|^--(upgrade|remove)$/,
    answer: /^--noconfirm$/,
    write: '--noconfirm',
  },
  {
    programs: /^(conda|mamba|micromamba)$/,
    asks: /^(install|create|update|upgrade|remove|uninstall)$/,
    answer: /^-[a-zA-Z]*y[a-zA-Z]*$|^--yes$|^--dry-run$|^-d$/,
    write: '-y',
    configured: /always_yes|ALWAYS_YES|always-yes/,
  },
];

/** By a switch, by what is piped in, or by something that only shows when it runs. */
function isAnswered({ words, command, instruction }: RunCommand, { answer }: Manager): boolean {
  if (command && (command.pipelineIndex > 0 || command.redirects.some(({ operator }) => operator.startsWith('<'))))
    return true;
  if (/^yes\b/.test(instruction.script?.text ?? '')) return true;
  if (words.some(({ text }) => text === 'env' || text === '--help')) return true;
  return words
    .slice(1)
    .some(({ text, hasExpansion }) => answer.test(text) || (hasExpansion && /opt|flag|arg|yes/i.test(text)));
}

function problem(
  stage: DockerStage,
  { program, words, command, instruction }: RunCommand,
  verb: ShellWord,
  { write, isGlobal }: Manager,
): Observation {
  const at = isGlobal ? verb.range.start : verb.range.end;
  return {
    range: command?.range ?? instruction.range,
    key: `${stage.key}/${program} ${verb.text}`,
    message: {
      what: `${quote(words.map(({ text }) => text).join(' '))} has no ${quote(write)}.`,
      why: 'It asks whether to go on. A build has no one to answer, and stops.',
      remedy: `Add ${quote(write)}.`,
    },
    ...(command
      ? {
          fix: {
            title: 'Answer yes',
            safety: 'safe' as const,
            edits: [{ range: { start: at, end: at }, text: isGlobal ? `${write} ` : ` ${write}` }],
          },
        }
      : {}),
  };
}
