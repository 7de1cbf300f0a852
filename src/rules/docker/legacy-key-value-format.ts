import type { DockerfileDocument, DockerInstruction, DockerPair, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isOldForm, lostAssignments } from './variables/old-form.ts';

export const legacyKeyValueFormat: Rule<DockerfileDocument> = {
  id: 'legacy-key-value-format',
  kinds: ['dockerfile'],
  title: 'A name and its value are separated by a space',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { buildkit: ['LegacyKeyValueFormat'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    for (const stage of view.stages) {
      for (const written of stage.instructions) {
        const instruction = written.onbuild ?? written;
        const [pair] = instruction.pairs;
        if (pair && isOldForm(instruction) && lostAssignments(instruction).length === 0)
          yield problem(stage, instruction, pair, source);
      }
    }
  },
};

function problem(
  stage: DockerStage,
  { keyword, args, argsRange, range }: DockerInstruction,
  { name }: DockerPair,
  source: string,
): Observation {
  const words = args.slice(1).map(({ text }) => text);
  const raw = source.slice(args[1]?.range.start ?? argsRange.end, argsRange.end);
  const value = quoted(raw, words.length);
  return {
    range,
    key: `${stage.key}/${keyword} ${name}`,
    message: {
      what: `${quote(`${keyword} ${name} ${words.join(' ')}`)} is the old form.`,
      why: 'It holds one value only and takes the rest of the line, whatever stands there; Docker warns about it in every build.',
      remedy: `Write ${quote(`${keyword} ${name}=${value ?? '"..."'}`)}.`,
    },
    ...(value !== undefined
      ? {
          fix: {
            title: 'Write it with an equals sign',
            safety: 'safe' as const,
            edits: [{ range: argsRange, text: `${name}=${value}` }],
          },
        }
      : {}),
  };
}

/** The value with quotes where it needs some; undefined where that would change it. */
function quoted(raw: string, words: number): string | undefined {
  if (/[\\\n]/.test(raw)) return undefined;
  if (words === 1) return raw;
  return /["'`]/.test(raw) ? undefined : `"${raw}"`;
}
