import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { stageChain } from './stages/stage-chain.ts';

export const workdirRelative: Rule<DockerfileDocument> = {
  id: 'workdir-relative',
  kinds: ['dockerfile'],
  title: 'Working directory depends on the base image',
  severity: 'low',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    hadolint: ['DL3000'],
    buildkit: ['WorkdirRelativePath'],
    trivy: ['DS-0009', 'DS009', 'AVD-DS-0009'],
    checkov: ['CKV_DOCKER_10'],
    kics: ['6b376af8-cfe8-49ab-a08d-f32de23661a4'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    for (const stage of view.stages) {
      const inherited = stageChain(stage, view.stages).slice(1).toReversed().flatMap(workdirs);
      let isAnchored = inherited.some((one) => !isRelative(pathOf(one)));
      for (const workdir of workdirs(stage)) {
        if (!isRelative(pathOf(workdir))) isAnchored = true;
        else if (!isAnchored) yield problem(stage, workdir);
      }
    }
  },
};

function workdirs({ instructions }: DockerStage): readonly DockerInstruction[] {
  return instructions.filter(({ keyword, args }) => keyword === 'WORKDIR' && args.length > 0);
}

function pathOf({ args }: DockerInstruction): string {
  return args
    .map(({ text }) => text)
    .join(' ')
    .replace(/^["']|["']$/g, '');
}

/** Not from the root, not a Windows drive, and no variable in front that may hold either. */
function isRelative(path: string): boolean {
  return !/^([/\\$]|[A-Za-z]:)/.test(path);
}

function problem(stage: DockerStage, workdir: DockerInstruction): Observation {
  const path = pathOf(workdir);
  const absolute = `/${path.replace(/^(\.\/)+/, '')}`;
  const isQuoted = /^["']/.test(workdir.args[0]?.text ?? '');
  const known = stage.from.image === 'scratch' || stage.from.stageRef !== undefined;
  return {
    range: workdir.range,
    key: `${stage.key}/WORKDIR ${path}`,
    message: {
      what: `${quote(`WORKDIR ${path}`)} is relative, and nothing before it says to what.`,
      why: `It hangs below the working directory of ${quote(stage.from.raw)}: a new version of it moves your files, and every path that names them is wrong.`,
      remedy: `Write the whole path, such as ${quote(absolute)}.`,
    },
    ...(isQuoted || path === '.' || path.includes('..')
      ? {}
      : {
          fix: {
            title: 'Write the path from the root',
            safety: known ? ('safe' as const) : ('review' as const),
            edits: [{ range: workdir.argsRange, text: absolute }],
          },
        }),
  };
}
