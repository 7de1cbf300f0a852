import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const maintainerDeprecated: Rule<DockerfileDocument> = {
  id: 'maintainer-deprecated',
  kinds: ['dockerfile'],
  title: 'MAINTAINER is no longer an instruction to use',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'maintainability',
  aliases: {
    hadolint: ['DL4000'],
    buildkit: ['MaintainerDeprecated'],
    trivy: ['DS-0022', 'DS022', 'AVD-DS-0022'],
    checkov: ['CKV_DOCKER_6'],
    kics: ['99614418-f82b-4852-a9ae-5051402b741c'],
    semgrep: ['maintainer-is-deprecated'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    for (const stage of view.stages) {
      for (const one of stage.instructions)
        if (one.keyword === 'MAINTAINER' && one.args.length > 0) yield problem(stage, one, source);
    }
  },
};

function problem(stage: DockerStage, { range, argsRange }: DockerInstruction, source: string): Observation {
  const name = source.slice(argsRange.start, argsRange.end).replace(/^(["'])(.*)\1$/, '$2');
  const label = `LABEL org.opencontainers.image.authors="${name}"`;
  return {
    range,
    key: stage.key,
    message: {
      what: `${quote('MAINTAINER')} is deprecated.`,
      why: 'Docker warns about it in every build, tools that show labels do not show it, and newer builders may drop it.',
      remedy: `Write ${quote(label)}.`,
    },
    ...(/["\\$\n]/.test(name)
      ? {}
      : { fix: { title: 'Make it a label', safety: 'safe' as const, edits: [{ range, text: label }] } }),
  };
}
