import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const baseImageDigestMissing: Rule<DockerfileDocument> = {
  id: 'base-image-digest-missing',
  kinds: ['dockerfile'],
  title: 'Base image is named by a tag alone',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'supply-chain',
  aliases: { semgrep: ['dockerfile-source-not-pinned'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      const { image, tag, digest, stageRef } = stage.from;
      // Rules of their own tell of images without a version.
      if (image === undefined || tag === undefined || tag === 'latest' || digest || stageRef !== undefined) continue;
      // Somebody else says which one.
      if (!stage.from.raw.includes('$') && !/[{}%<>]/.test(image)) yield problem(stage, image);
    }
  },
};

function problem(stage: DockerStage, image: string): Observation {
  return {
    range: stage.from.range,
    key: `${stage.key}/${image.replace(/:[^:/]*$/, '')}`,
    message: {
      what: `${quote(image)} has no digest.`,
      why: 'Who can push to its repository can put another image behind the tag: the next build has it, without a change here.',
      remedy: `Append the digest that ${quote(`docker buildx imagetools inspect ${image}`)} shows: ${quote(`${image}@sha256:...`)}.`,
    },
  };
}
