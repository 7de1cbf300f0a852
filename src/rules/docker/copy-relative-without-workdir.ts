import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { finalImage } from './stages/final-image.ts';
import { isOversized } from './stages/is-oversized.ts';
import { stageChain } from './stages/stage-chain.ts';

/** Images whose working directory is the root, as known in November 2026. */
const STARTS_AT_ROOT =
  /^(docker\.io\/)?(library\/)?(alpine|almalinux|amazonlinux|archlinux|busybox|debian|eclipse-temurin|fedora|node|nginx|openjdk|python|redis|rockylinux|ruby|ubuntu)$/;

export const copyRelativeWithoutWorkdir: Rule<DockerfileDocument> = {
  id: 'copy-relative-without-workdir',
  kinds: ['dockerfile'],
  title: 'Files are copied into the root directory of the image',
  severity: 'low',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'maintainability',
  aliases: { hadolint: ['DL3045'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    if (isOversized(view)) return;
    for (const stage of view.stages) {
      if (!STARTS_AT_ROOT.test(finalImage(stage, view.stages).repository ?? '')) continue;
      const below = stageChain(stage, view.stages).slice(1);
      if (below.some(({ instructions }) => instructions.some(isWorkdir))) continue;
      const own = stage.instructions;
      const workdir = own.findIndex(isWorkdir);
      const copies = own.slice(0, workdir < 0 ? own.length : workdir).filter(isRelative);
      const [first] = copies;
      if (first) yield problem(stage, first, copies.length);
    }
  },
};

function isWorkdir({ keyword }: DockerInstruction): boolean {
  return keyword === 'WORKDIR';
}

function isRelative({ keyword, args }: DockerInstruction): boolean {
  return /^(COPY|ADD)$/.test(keyword) && args.length > 1 && !/^["']?([/\\$]|[A-Za-z]:)/.test(args.at(-1)?.text ?? '');
}

function problem(stage: DockerStage, { args, range, keyword }: DockerInstruction, count: number): Observation {
  return {
    range,
    key: `${stage.key}/relative`,
    message: {
      what: `${quote(`${keyword} ${args.map(({ text }) => text).join(' ')}`)} comes before any ${quote('WORKDIR')}${count > 1 ? `, as ${count - 1} more do` : ''}.`,
      why: 'Its target is in the root directory, among the folders of the system; with another base image it is elsewhere.',
      remedy: `Put ${quote('WORKDIR /app')} in front, or write the target from the root.`,
    },
  };
}
