import type { DockerfileDocument, DockerInstruction } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

/** What ADD unpacks, or fetches; a variable may be either. */
const WANTS_ADD =
  /\.(tar|tgz|tbz2?|tb2|txz|tlz|tpz|tzst|gz|bz2|xz|lzma|lz|zst|Z)\b|^(https?|ftp|ssh|git):\/\/|^git@|\.git(#|$)|\$/i;

export const addInsteadOfCopy: Rule<DockerfileDocument> = {
  id: 'add-instead-of-copy',
  kinds: ['dockerfile'],
  title: 'ADD copies what COPY would copy',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'maintainability',
  aliases: {
    hadolint: ['DL3020'],
    trivy: ['DS-0005', 'DS005', 'AVD-DS-0005'],
    checkov: ['CKV_DOCKER_4'],
    kics: ['9513a694-aa0d-41d8-be61-3271e056f36b'],
    semgrep: ['prefer-copy-over-add'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const written of stage.instructions) {
        const instruction = written.onbuild ?? written;
        const sources = sourcesOf(instruction);
        if (sources.length === 0 || sources.some((source) => WANTS_ADD.test(source))) continue;
        yield problem(stage.key, instruction, sources);
      }
    }
  },
};

function sourcesOf({ keyword, args, flags }: DockerInstruction): readonly string[] {
  if (keyword !== 'ADD' || flags.some(({ name }) => name === 'checksum' || name === 'keep-git-dir')) return [];
  return args.slice(0, -1).map(({ text }) => text.replace(/^["']|["']$/g, ''));
}

function problem(stage: string, { keywordRange, range }: DockerInstruction, sources: readonly string[]): Observation {
  const anyName = sources.some((source) => /[*?[]/.test(source));
  return {
    range,
    key: `${stage}/ADD ${sources.join(' ')}`,
    message: {
      what: `${quote(`ADD ${sources.join(' ')}`)} only copies files.`,
      why: 'ADD also unpacks archives and fetches addresses: a file that one day is an archive, or a name that comes from outside, does something else than it says.',
      remedy: 'Use COPY, and keep ADD for what it alone can do.',
    },
    fix: {
      title: 'Use COPY',
      safety: anyName ? 'review' : 'safe',
      edits: [{ range: keywordRange, text: 'COPY' }],
    },
  };
}
