import type { DockerfileDocument, DockerInstruction } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const onbuildForbiddenTrigger: Rule<DockerfileDocument> = {
  id: 'onbuild-forbidden-trigger',
  kinds: ['dockerfile'],
  title: 'ONBUILD puts off what cannot be put off',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { hadolint: ['DL3043'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const instruction of stage.instructions) {
        const keyword = instruction.onbuild?.keyword;
        if (keyword && /^(ONBUILD|FROM|MAINTAINER)$/.test(keyword)) yield problem(stage.key, instruction, keyword);
      }
    }
  },
};

function problem(stage: string, { range }: DockerInstruction, keyword: string): Observation {
  return {
    range,
    key: `${stage}/ONBUILD ${keyword}`,
    message: {
      what: `${quote(`ONBUILD ${keyword}`)} is not allowed.`,
      why: `What is put off runs inside the stage of another build, where ${quote(keyword)} has no place: this build stops here.`,
      remedy:
        keyword === 'ONBUILD'
          ? `Write ${quote('ONBUILD')} once, in front of the instruction that is to run.`
          : `Write ${quote(keyword === 'MAINTAINER' ? 'LABEL' : keyword)} without ${quote('ONBUILD')}.`,
    },
  };
}
