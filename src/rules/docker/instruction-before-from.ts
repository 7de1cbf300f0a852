import { isDockerKeyword } from '../../documents/dockerfile/is-docker-keyword.ts';
import type { DockerfileDocument, DockerInstruction } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const instructionBeforeFrom: Rule<DockerfileDocument> = {
  id: 'instruction-before-from',
  kinds: ['dockerfile'],
  title: 'An instruction stands before the first FROM',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { hadolint: ['DL3061'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view: { instructions, stages } }) {
    const [first] = stages;
    // A file without FROM is a piece of one, put together elsewhere.
    if (!first || !instructions.every(({ keyword }) => isDockerKeyword(keyword))) return;
    for (const instruction of instructions) {
      if (instruction.range.start >= first.range.start) return;
      if (instruction.keyword !== 'ARG') yield problem(instruction);
    }
  },
};

function problem({ keyword, range, rawText }: DockerInstruction): Observation {
  return {
    range,
    key: `before/${keyword}`,
    message: {
      what: `${quote(rawText)} stands before the first ${quote('FROM')}.`,
      why: 'There is no image yet that it could change: the build stops with "no build stage in current context".',
      remedy: `Move it behind the ${quote('FROM')} of the stage that it belongs to. Only ${quote('ARG')} may stand before.`,
    },
  };
}
