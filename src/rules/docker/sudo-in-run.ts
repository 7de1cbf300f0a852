import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { ShellCommand } from '../../documents/shell.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { runCommands } from './commands/run-commands.ts';
import { stageChain } from './stages/stage-chain.ts';
import { isRoot } from './users/final-user.ts';
import { isPlatformImage, userOfImage } from './users/user-of-image.ts';

export const sudoInRun: Rule<DockerfileDocument> = {
  id: 'sudo-in-run',
  kinds: ['dockerfile'],
  title: 'The build runs sudo',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    hadolint: ['DL3004'],
    trivy: ['DS-0010', 'DS010', 'AVD-DS-0010'],
    checkov: ['CKV2_DOCKER_1'],
    kics: ['8ada6e80-0ade-439e-b176-0b28f6bce35a'],
    semgrep: ['no-sudo-in-dockerfile'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ path, view }) {
    if (/(^|\/)\.(devcontainer|gitpod)/.test(path)) return;
    for (const stage of view.stages) {
      if (isPlatformImage(stage.from) || /^(gitpod|cimg|circleci)\//.test(stage.from.repository ?? '')) continue;
      for (const instruction of stage.instructions) {
        for (const { command } of runCommands(instruction)) {
          if (command && asksForRoot(command)) yield problem(stage, command, userAt(stage, view.stages, command));
        }
      }
    }
  },
};

/** `sudo -u name` goes the other way: from root to somebody else. */
function asksForRoot({ words }: ShellCommand): boolean {
  if (words[0]?.text !== 'sudo' || words.length < 2) return false;
  const flags = words.slice(1).map(({ text }) => text);
  return !flags.some((text) => /^-[A-Za-z]*[ug]$|^--(user|group)/.test(text));
}

/** Who runs the command, as far as the file and the base image tell. */
function userAt(
  stage: DockerStage,
  stages: readonly DockerStage[],
  command: ShellCommand,
): 'root' | 'other' | 'unknown' {
  const chain = stageChain(stage, stages);
  const before = chain
    .toReversed()
    .flatMap(({ instructions }) => instructions)
    .filter(({ keyword, range }) => keyword === 'USER' && range.start < command.range.start);
  const user = before.at(-1)?.args[0]?.text;
  if (user !== undefined) return isRoot(user) ? 'root' : 'other';
  const image = chain.at(-1)?.from;
  return image ? userOfImage(image) : 'unknown';
}

function problem(stage: DockerStage, command: ShellCommand, user: 'root' | 'other' | 'unknown'): Observation {
  const [sudo, next] = command.words;
  const fix: Fix | undefined =
    user === 'root' && sudo && next && !next.text.startsWith('-')
      ? {
          title: 'Run it without sudo',
          safety: 'safe',
          edits: [{ range: { start: sudo.range.start, end: next.range.start }, text: '' }],
        }
      : undefined;
  return {
    range: command.range,
    key: `${stage.key}/sudo`,
    ...(user === 'other' ? { severity: 'medium' as const } : {}),
    message: {
      what: `A step runs ${quote(command.words.map(({ text }) => text).join(' '))}.`,
      why:
        user === 'other'
          ? 'For that to work the user of the image may become root without a password: dropping root has no effect in what is shipped.'
          : 'A build runs as root anyway; sudo only adds a program that lets others become root in the finished image.',
      remedy: user === 'other' ? `Do it before the ${quote('USER')} line.` : 'Run the command without sudo.',
    },
    ...(fix ? { fix } : {}),
  };
}
