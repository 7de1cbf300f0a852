import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import { flag } from '../../documents/dockerfile.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { finalChain } from './stages/stage-chain.ts';

export const fromPlatformConstant: Rule<DockerfileDocument> = {
  id: 'from-platform-constant',
  kinds: ['dockerfile'],
  title: 'Base image is taken for one platform only',
  severity: 'low',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    hadolint: ['DL3029'],
    buildkit: ['FromPlatformFlagConstDisallowed'],
    kics: ['b16e8501-ef3c-44e1-a543-a093238099c9'],
    semgrep: ['avoid-platform-with-from'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ path, source, view }) {
    const platforms = new Set(view.stages.map(({ from }) => from.platform));
    for (const stage of finalChain(view.stages)) {
      const { platform } = stage.from;
      if (!platform || /[${<]/.test(platform) || isNamedFor(platform, stage, path)) continue;
      // Several of them: each is there for one platform.
      if (platforms.size > 2) continue;
      yield problem(stage, platform, source);
    }
  },
};

/** A file or a stage that is called after its platform, or an image that there is for one only. */
function isNamedFor(platform: string, { name = '', from }: DockerStage, path: string): boolean {
  const parts = platform.split('/').filter((part) => part !== 'linux');
  return (
    parts.some(
      (part) =>
        name.toLowerCase().includes(part) ||
        path.toLowerCase().includes(part) ||
        (from.repository ?? '').includes(part) ||
        (from.tag ?? '').includes(part),
    ) || /^windows|^wasi|^wasm/.test(platform)
  );
}

function problem(stage: DockerStage, platform: string, source: string): Observation {
  const [first] = stage.instructions;
  const option = first && flag(first, 'platform');
  const range = option?.range ?? stage.from.range;
  return {
    range,
    key: stage.key,
    message: {
      what: `${quote(`--platform=${platform}`)} is written out.`,
      why: 'The image is of that platform whatever is asked for: under the name of another one it starts in an emulation, slowly, or not at all.',
      remedy: `Leave it out, and build with ${quote(`docker build --platform ${platform}`)} where one platform is meant.`,
    },
    fix: {
      title: 'Build for the platform that is asked for',
      safety: 'review',
      edits: [{ range: withSpace(range, source), text: '' }],
    },
  };
}

function withSpace({ start, end }: Range, source: string): Range {
  return { start, end: source[end] === ' ' ? end + 1 : end };
}
