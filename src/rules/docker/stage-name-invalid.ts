import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

const RESERVED = new Set(['scratch', 'context']);

export const stageNameInvalid: Rule<DockerfileDocument> = {
  id: 'stage-name-invalid',
  kinds: ['dockerfile'],
  title: 'A build stage has a name that it cannot have',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { hadolint: ['DL3063'], buildkit: ['ReservedStageName'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      const name = stage.name?.toLowerCase();
      if (name === undefined || isTemplate(name)) continue;
      if (RESERVED.has(name)) yield problem(stage, name, true);
      else if (!/^[a-z][a-z0-9_.-]*$/.test(name)) yield problem(stage, name, false);
    }
  },
};

/** Filled in before it is a Dockerfile. */
function isTemplate(name: string): boolean {
  return /[{}%<>@]/.test(name);
}

function problem({ name = '', instructions, from }: DockerStage, key: string, isReserved: boolean): Observation {
  return {
    range: instructions[0]?.args.findLast(({ text }) => text === name)?.range ?? from.range,
    key,
    ...(isReserved ? { severity: 'medium' as const } : {}),
    message: {
      what: `${quote(name)} ${isReserved ? 'is a word of Docker, and the name of a stage here' : 'is no name for a stage'}.`,
      why: isReserved
        ? `Docker goes on taking ${quote(name)} for ${key === 'scratch' ? 'the empty image' : 'the files that are sent to the build'}: whoever asks for the stage may get that.`
        : 'A name begins with a letter and goes on with letters, digits, underscores, dots and dashes; the build stops with "invalid name for build stage".',
      remedy: 'Give the stage another name, here and wherever it is used.',
    },
  };
}
