import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const stageNameDuplicate: Rule<DockerfileDocument> = {
  id: 'stage-name-duplicate',
  kinds: ['dockerfile'],
  title: 'Two build stages have the same name',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    hadolint: ['DL3024'],
    buildkit: ['DuplicateStageName'],
    trivy: ['DS-0012', 'DS012', 'AVD-DS-0012'],
    checkov: ['CKV_DOCKER_11'],
    kics: ['f2daed12-c802-49cd-afed-fe41d0b82fed'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }, context) {
    const first = new Map<string, DockerStage>();
    for (const stage of view.stages) {
      if (stage.name === undefined) continue;
      const earlier = first.get(stage.name.toLowerCase());
      if (earlier) yield problem(stage, earlier, stage.name, path, context.side);
      else first.set(stage.name.toLowerCase(), stage);
    }
  },
};

function problem(
  stage: DockerStage,
  earlier: DockerStage,
  name: string,
  path: string,
  side: 'base' | 'head',
): Observation {
  const word = stage.instructions[0]?.args.findLast(({ text }) => text === name);
  return {
    range: word?.range ?? stage.from.range,
    key: name.toLowerCase(),
    message: {
      what: `A second stage is called ${quote(name)}${earlier.name === name ? '' : `, which Docker takes for ${quote(earlier.name ?? '')}`}.`,
      why: 'Whatever asks for that name from here on gets the later stage: files come from the wrong place, or are not there.',
      remedy: 'Give each stage a name of its own, and look at who means which.',
    },
    related: [
      {
        path,
        side,
        range: earlier.instructions[0]?.range ?? earlier.from.range,
        message: 'The first stage of that name.',
      },
    ],
  };
}
