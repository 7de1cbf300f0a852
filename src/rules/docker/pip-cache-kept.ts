import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { ShellWord } from '../../documents/shell.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { hasMount } from './commands/has-mount.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';
import { finalChain } from './stages/stage-chain.ts';

export const pipCacheKept: Rule<DockerfileDocument> = {
  id: 'pip-cache-kept',
  kinds: ['dockerfile'],
  title: 'The pip cache stays in the image',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'cost',
  aliases: {
    hadolint: ['DL3042'],
    kics: ['f2f903fb-b977-461e-98d7-b3e2185c6118'],
    semgrep: ['missing-pip-no-cache-dir'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    const chain = finalChain(view.stages);
    if (chain.some(isSwitchedOff) || /pip\.conf|global\.no-cache-dir/.test(source)) return;
    for (const stage of chain) {
      for (const instruction of stage.instructions) {
        const commands = keepsNothing(instruction) ? [] : runCommands(instruction);
        const installs = commands.flatMap((run) => {
          const verb = installOf(run);
          return verb ? [{ run, verb }] : [];
        });
        const [first] = installs;
        if (first && !commands.some(cleans)) yield problem(stage, first.run, installs);
      }
    }
  },
};

function isSwitchedOff({ instructions }: DockerStage): boolean {
  return instructions.some(
    ({ keyword, pairs }) =>
      (keyword === 'ENV' || keyword === 'ARG') &&
      pairs.some(({ name, value }) => name === 'PIP_NO_CACHE_DIR' && value !== undefined && value !== ''),
  );
}

function keepsNothing(instruction: DockerInstruction): boolean {
  return hasMount(instruction, /pip|cache|^["']?\/root\/?["']?$/) || /PIP_NO_CACHE_DIR/.test(instruction.rawText);
}

/** The word `install` of a pip that keeps its cache. */
function installOf({ program, words }: RunCommand): ShellWord | undefined {
  const module = words.findIndex(({ text }, i) => text === '-m' && words[i + 1]?.text === 'pip');
  const rest = /^pip[\d.]*$/.test(program)
    ? words.slice(1)
    : /^python[\d.]*$/.test(program) && module > 0
      ? words.slice(module + 2)
      : [];
  const verb = rest.find(({ text }) => !text.startsWith('-'));
  if (verb?.text !== 'install' || rest.some(({ text }) => /^--no-cache|^--dry-run$|^--cache-dir/.test(text)))
    return undefined;
  return rest.some(({ text, hasExpansion }) => hasExpansion && /opt|flag|arg/i.test(text)) ? undefined : verb;
}

function cleans({ program, words }: RunCommand): boolean {
  const rest = words.slice(1).map(({ text }) => text);
  if (program === 'rm' || program === 'find') return rest.some((text) => /\.cache|\/root\/?\*?$/.test(text));
  return rest.includes('purge') && rest.includes('cache');
}

interface Install {
  readonly run: RunCommand;
  readonly verb: ShellWord;
}

/** One for all installations of a step: they make one layer, and are mended together. */
function problem(
  stage: DockerStage,
  { words, command, instruction }: RunCommand,
  installs: readonly Install[],
): Observation {
  const others = installs.length - 1;
  return {
    range: command?.range ?? instruction.range,
    key: `${stage.key}/pip`,
    message: {
      what: `${quote(words.map(({ text }) => text).join(' '))} keeps its downloads${others > 0 ? ` like ${others === 1 ? 'the other installation' : `the ${others} other installations`} of the step` : ''}.`,
      why: 'The wheels stand in the layer a second time, beside what was installed from them, and nothing ever reads them again.',
      remedy: `Add ${quote('--no-cache-dir')}, set ${quote('PIP_NO_CACHE_DIR=1')}, or mount a cache on ${quote('/root/.cache/pip')}.`,
    },
    ...(command
      ? {
          fix: {
            title: 'Keep no cache',
            safety: 'safe' as const,
            edits: installs.map(({ verb: { range } }) => ({
              range: { start: range.end, end: range.end },
              text: ' --no-cache-dir',
            })),
          },
        }
      : {}),
  };
}
