import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { lostAssignments } from './variables/old-form.ts';

export const envAssignmentLost: Rule<DockerfileDocument> = {
  id: 'env-assignment-lost',
  kinds: ['dockerfile'],
  title: 'ENV takes further variables for a part of the first',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { buildkit: ['LegacyKeyValueFormat'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const written of stage.instructions) {
        const instruction = written.onbuild ?? written;
        const lost = lostAssignments(instruction);
        if (instruction.keyword === 'ENV' && lost.length > 0) yield problem(stage, instruction, lost);
      }
    }
  },
};

function problem(stage: DockerStage, { args, range }: DockerInstruction, lost: readonly string[]): Observation {
  const name = args[0]?.text ?? '';
  return {
    range,
    key: `${stage.key}/ENV ${name}`,
    message: {
      what: `${quoteAll(lost)} ${lost.length === 1 ? 'is' : 'are'} part of the value of ${quote(name)}.`,
      why: `Without an equals sign behind its name the first variable takes the whole line: ${lost.length === 1 ? 'the other one is' : 'the others are'} not set.`,
      remedy: `Write ${quote(`ENV ${name}=${args[1]?.text ?? ''} ${lost.join(' ')}`)}.`,
    },
  };
}
