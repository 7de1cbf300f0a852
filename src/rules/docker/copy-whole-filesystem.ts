import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import { flag } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { finalImage } from './stages/final-image.ts';
import { finalChain } from './stages/stage-chain.ts';

export const copyWholeFilesystem: Rule<DockerfileDocument> = {
  id: 'copy-whole-filesystem',
  kinds: ['dockerfile'],
  title: 'The whole file system of another stage is copied over the image',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { hadolint: ['DL3067'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const chain = finalChain(view.stages);
    // Onto nothing it makes one layer of many, and replaces no file.
    if (chain.at(-1)?.from.image === 'scratch') return;
    for (const stage of chain) {
      for (const copy of stage.instructions) if (copiesAll(copy, view.stages)) yield problem(stage, copy);
    }
  },
};

function copiesAll(copy: DockerInstruction, stages: readonly DockerStage[]): boolean {
  const from = flag(copy, 'from')?.value?.toLowerCase();
  if (copy.keyword !== 'COPY' || from === undefined) return false;
  const source = stages.find(({ key, index }) => key.toLowerCase() === from || String(index) === from);
  // A stage that itself begins with nothing holds only what was put there to be copied.
  if (source && finalImage(source, stages).image === 'scratch') return false;
  const paths = copy.args.map(({ text }) => text.replace(/^["']|["']$/g, ''));
  return paths.at(-1) === '/' && paths.slice(0, -1).some((path) => /^\/(\.|\*)?$/.test(path));
}

function problem(stage: DockerStage, copy: DockerInstruction): Observation {
  const from = flag(copy, 'from')?.value ?? '';
  return {
    range: copy.range,
    key: `${stage.key}/COPY ${from}`,
    message: {
      what: `${quote(copy.rawText)} puts everything that ${quote(from)} has over what is there.`,
      why: 'Build tools, caches and secrets of the build come along, and libraries and accounts of two systems are mixed: the image is neither.',
      remedy: `Copy the files that the program needs, or begin the stage with ${quote('FROM scratch')} if it is meant to be the same in one layer.`,
    },
  };
}
