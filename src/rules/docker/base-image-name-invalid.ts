import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { imageNameProblem } from './images/image-name-problem.ts';

export const baseImageNameInvalid: Rule<DockerfileDocument> = {
  id: 'base-image-name-invalid',
  kinds: ['dockerfile'],
  title: 'Base image has a name that no image can have',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { buildkit: ['InvalidDefaultArgInFrom'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      const { image, stageRef } = stage.from;
      if (image === undefined || stageRef !== undefined) continue;
      const reason = imageNameProblem(image);
      if (reason) yield problem(stage, image, reason);
    }
  },
};

function problem(stage: DockerStage, image: string, reason: string): Observation {
  const isWritten = stage.from.raw.replace(/["']/g, '') === image;
  return {
    range: stage.from.range,
    key: stage.key,
    // A value given to the build can make it right.
    ...(isWritten ? {} : { severity: 'medium' as const }),
    message: {
      what: `${quote(image)}${isWritten ? '' : `, which is ${quote(stage.from.raw)} with the defaults of its arguments,`} is no image: ${reason}.`,
      why: `The build ${isWritten ? 'stops' : 'without arguments stops'} with "invalid reference format".`,
      remedy: isWritten
        ? 'Write the name as the registry shows it.'
        : `Give the ${quote('ARG')} a default with which the name is whole.`,
    },
  };
}
