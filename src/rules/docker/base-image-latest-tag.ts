import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const baseImageLatestTag: Rule<DockerfileDocument> = {
  id: 'base-image-latest-tag',
  kinds: ['dockerfile'],
  title: 'Base image follows the latest tag',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {
    hadolint: ['DL3007'],
    trivy: ['DS-0001', 'DS001', 'AVD-DS-0001'],
    checkov: ['CKV_DOCKER_7'],
    kics: ['f45ea400-6bbe-4501-9fc7-1c3d75c32067'],
    semgrep: ['avoid-latest-version'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const tagged = view.stages.filter(isTagged);
    const latest = tagged.filter(({ from }) => from.tag === 'latest' && from.digest === undefined);
    for (const stage of latest) yield problem(stage);
    const [first] = tagged;
    if (first && latest.length === 0) {
      yield {
        proof: `${tagged.length} of ${tagged.length} tagged base images stay at a version`,
        range: first.from.range,
      };
    }
  },
};

/** From a registry, and not through a variable: what that holds is decided where the image is built. */
function isTagged({ from }: DockerStage): boolean {
  return from.tag !== undefined && from.stageRef === undefined && !from.raw.includes('$');
}

function problem({ from, key }: DockerStage): Observation {
  return {
    range: from.range,
    key: `${key}/${from.repository ?? from.raw}`,
    message: {
      what: `${quote(from.raw)} is whatever was published last.`,
      why: 'The same commit builds another image tomorrow: a new major version arrives without a change that anybody reviewed, and the way back has no name.',
      remedy: `Name the version of ${quote(from.repository ?? from.raw)} that you tested, best with its digest.`,
    },
  };
}
