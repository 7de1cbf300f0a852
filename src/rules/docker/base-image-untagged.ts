import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const baseImageUntagged: Rule<DockerfileDocument> = {
  id: 'base-image-untagged',
  kinds: ['dockerfile'],
  title: 'Base image has no version',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {
    hadolint: ['DL3006'],
    checkov: ['CKV_DOCKER_7'],
    kics: ['9efb0b2d-89c9-41a3-91ca-dcc0aec911fd'],
    semgrep: ['missing-image-version'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const images = view.stages.filter(isImage);
    const untagged = images.filter(({ from }) => from.tag === undefined && from.digest === undefined);
    for (const stage of untagged) yield problem(stage);
    const [first] = images;
    if (first && untagged.length === 0) {
      yield { proof: `${images.length} of ${images.length} base images name a version`, range: first.from.range };
    }
  },
};

/** From a registry, and not through a variable: what that holds is decided where the image is built. */
function isImage({ from }: DockerStage): boolean {
  return from.image !== undefined && from.stageRef === undefined && from.image !== 'scratch' && !from.raw.includes('$');
}

function problem({ from, key }: DockerStage): Observation {
  return {
    range: from.range,
    key: `${key}/${from.repository ?? from.raw}`,
    message: {
      what: `${quote(from.raw)} has neither a tag nor a digest.`,
      why: 'Every build takes whatever is the latest that day: it can break, or change what runs in production, without any change here.',
      remedy: 'Name the version you tested, best with its digest.',
    },
  };
}
