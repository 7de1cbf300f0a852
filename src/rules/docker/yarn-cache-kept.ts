import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { hasMount } from './commands/has-mount.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';
import { finalChain } from './stages/stage-chain.ts';

export const yarnCacheKept: Rule<DockerfileDocument> = {
  id: 'yarn-cache-kept',
  kinds: ['dockerfile'],
  title: 'The Yarn cache stays in the image',
  severity: 'low',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'cost',
  aliases: { hadolint: ['DL3060'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ source, view }) {
    // Newer Yarn may keep the cache in the project, where it is wanted.
    if (/YARN_CACHE_FOLDER|YARN_ENABLE_GLOBAL_CACHE|\.yarnrc\.yml|\.yarn\b|corepack|yarn set version/.test(source))
      return;
    for (const stage of finalChain(view.stages)) {
      for (const instruction of stage.instructions) {
        const commands = hasMount(instruction, /cache|yarn/) ? [] : runCommands(instruction);
        const install = commands.find(installs);
        if (install && !commands.some(cleans)) yield problem(stage, install);
      }
    }
  },
};

function installs({ program, words }: RunCommand): boolean {
  const rest = words.slice(1).map(({ text }) => text);
  if (program !== 'yarn' || rest.some((text) => /^--(immutable|cache-folder|version|help)/.test(text))) return false;
  const verb = rest.find((text) => !text.startsWith('-'));
  return verb === undefined || verb === 'install' || verb === 'add' || (verb === 'global' && rest.includes('add'));
}

function cleans({ program, words }: RunCommand): boolean {
  const rest = words.slice(1).map(({ text }) => text);
  if (program === 'yarn') return rest.includes('cache') && rest.includes('clean');
  return program === 'rm' && rest.some((text) => /yarn|cache|\.npm/i.test(text));
}

function problem(stage: DockerStage, { words, command, instruction }: RunCommand): Observation {
  return {
    range: command?.range ?? instruction.range,
    key: `${stage.key}/yarn`,
    message: {
      what: `${quote(words.map(({ text }) => text).join(' '))} keeps its downloads.`,
      why: `Every package stands in the layer a second time, packed, beside ${quote('node_modules')}, and nothing reads it again.`,
      remedy: `End the same RUN with ${quote('yarn cache clean')}, or mount a cache with ${quote('--mount=type=cache,target=/usr/local/share/.cache/yarn')}.`,
    },
  };
}
