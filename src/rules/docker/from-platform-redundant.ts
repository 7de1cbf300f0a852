import type { DockerfileDocument } from '../../documents/dockerfile.ts';
import { flag } from '../../documents/dockerfile.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const fromPlatformRedundant: Rule<DockerfileDocument> = {
  id: 'from-platform-redundant',
  kinds: ['dockerfile'],
  title: 'FROM asks for the platform that it gets anyway',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { hadolint: ['DL3065'], buildkit: ['RedundantTargetPlatform'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    for (const stage of view.stages) {
      const [from] = stage.instructions;
      const platform = from && flag(from, 'platform');
      if (!platform || !/^["']?\$(TARGETPLATFORM|\{TARGETPLATFORM\})["']?$/.test(platform.value ?? '')) continue;
      const { start, end } = platform.range;
      yield {
        range: platform.range,
        key: stage.key,
        message: {
          what: `${quote(source.slice(start, end))} is what FROM does by itself.`,
          why: 'It looks as if the stage were special, and is not.',
          remedy: 'Leave it out.',
        },
        fix: {
          title: 'Leave the platform out',
          safety: 'safe',
          edits: [{ range: { start, end: source[end] === ' ' ? end + 1 : end }, text: '' }],
        },
      };
    }
  },
};
