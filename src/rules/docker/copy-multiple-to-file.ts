import { type DockerfileDocument, type DockerInstruction, type DockerStage, flag } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isOversized } from './stages/is-oversized.ts';
import { stageChain } from './stages/stage-chain.ts';

export const copyMultipleToFile: Rule<DockerfileDocument> = {
  id: 'copy-multiple-to-file',
  kinds: ['dockerfile'],
  title: 'Several files are copied to one name',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    hadolint: ['DL3021'],
    trivy: ['DS-0011', 'DS011', 'AVD-DS-0011'],
    kics: ['6db6e0c2-32a3-4a2e-93b5-72c35f4119db'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    if (isOversized(view)) return;
    for (const stage of view.stages) {
      for (const written of stage.instructions) {
        const copy = written.onbuild ?? written;
        const target = targetOf(copy);
        if (target) yield problem(stage, copy, target, !holdsFiles(copy) || isFolder(target.path, stage, view.stages));
      }
    }
  },
};

interface Target {
  readonly path: string;
  /** Where a slash has to be put in. */
  readonly end: number;
}

/** The destination of several sources, where it does not end like a folder. */
function targetOf(copy: DockerInstruction): Target | undefined {
  const { keyword, args } = copy;
  const last = args.at(-1);
  if ((keyword !== 'COPY' && keyword !== 'ADD') || args.length < 3 || !last || flag(copy, 'parents')) return undefined;
  const isQuoted = /^(["']).*\1$/.test(last.text);
  const path = isQuoted ? last.text.slice(1, -1) : last.text;
  // Every builder but the oldest takes a dot for a folder, and a variable may end in a slash.
  if (path === '' || /[/\\]$|(^|[/\\])\.{1,2}$|[}]$|\$\w+$/.test(path)) return undefined;
  return { path, end: last.range.end - (isQuoted ? 1 : 0) };
}

/** By their names; of folders BuildKit puts together what is in them. */
function holdsFiles({ args }: DockerInstruction): boolean {
  return args.slice(0, -1).some(({ text }) => /[^./\\]\.\w+["']?$/.test(text));
}

const ALWAYS_THERE =
  /^\/(bin|boot|dev|etc|home|lib|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)$|^\/usr\/(bin|lib|local|sbin|share|src)$|^\/usr\/local\/(bin|etc|lib|sbin|share|src)$|^\/(etc|var)\/\w+$/;

/** Something else in the file says that the path is a folder. */
function isFolder(path: string, stage: DockerStage, stages: readonly DockerStage[]): boolean {
  if (ALWAYS_THERE.test(path)) return true;
  return stageChain(stage, stages).some(({ instructions }) =>
    instructions.some(
      ({ keyword, args, rawText }) =>
        (keyword === 'WORKDIR' && args.some(({ text }) => text === path || text.startsWith(`${path}/`))) ||
        (keyword === 'RUN' && rawText.includes('mkdir') && rawText.includes(path)) ||
        ((keyword === 'COPY' || keyword === 'ADD') && args.at(-1)?.text.startsWith(`${path}/`) === true),
    ),
  );
}

function problem(stage: DockerStage, copy: DockerInstruction, { path, end }: Target, isThere: boolean): Observation {
  const count = copy.args.length - 1;
  return {
    range: copy.range,
    key: `${stage.key}/${copy.keyword} ${path}`,
    ...(isThere ? { severity: 'medium' as const } : {}),
    message: {
      what: `${quote(copy.keyword)} puts ${count} sources at ${quote(path)}, which does not end in a slash.`,
      why: isThere
        ? 'The classic builder, Kaniko and Buildah refuse that: it only builds with BuildKit, and only as long as the target is a folder.'
        : 'To a builder that is the name of one file: the classic builder, Kaniko and Buildah stop, and BuildKit writes each source over the one before.',
      remedy: `Write ${quote(`${path}/`)}.`,
    },
    fix: {
      title: 'Copy into a folder',
      safety: 'safe',
      edits: [{ range: { start: end, end }, text: '/' }],
    },
  };
}
