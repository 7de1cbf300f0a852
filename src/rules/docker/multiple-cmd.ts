import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import { lineRange } from '../../documents/source-text.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isOnlyCopiedFrom } from './stages/is-copied-from.ts';

const ONLY_LAST = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'];

export const multipleCmd: Rule<DockerfileDocument> = {
  id: 'multiple-cmd',
  kinds: ['dockerfile'],
  title: 'An instruction has no effect because a later one replaces it',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    hadolint: ['DL4003', 'DL4004', 'DL3012'],
    buildkit: ['MultipleInstructionsDisallowed'],
    trivy: ['DS-0016', 'DS-0007', 'DS-0023', 'AVD-DS-0016', 'AVD-DS-0007', 'AVD-DS-0023'],
    kics: ['41c195f4-fc31-4a5c-8a1b-90605538d49f', '6938958b-3f1a-451c-909b-baeee14bdc97'],
    semgrep: ['multiple-entrypoint-instructions', 'multiple-cmd-instructions'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ path, source, view }, context) {
    for (const stage of view.stages.filter((one) => !isOnlyCopiedFrom(one, view.stages))) {
      for (const keyword of ONLY_LAST) {
        const all = stage.instructions.filter((one) => one.keyword === keyword);
        const last = all.at(-1);
        for (const dead of all.slice(0, -1)) if (last) yield problem(stage, dead, last, source, path, context.side);
      }
    }
  },
};

function problem(
  stage: DockerStage,
  dead: DockerInstruction,
  last: DockerInstruction,
  source: string,
  path: string,
  side: 'base' | 'head',
): Observation {
  const { start, end } = lineRange(source, dead.range);
  return {
    range: dead.range,
    key: `${stage.key}/${dead.keyword}`,
    message: {
      what: `${quote(dead.rawText)} is replaced by a later ${quote(dead.keyword)} of the same stage.`,
      why: 'Only the last one counts: a reader thinks that both run, and one of them never does.',
      remedy: 'Remove it; if both have to run, start them from one script.',
    },
    related: [{ path, side, range: last.range, message: 'This one counts.' }],
    fix: {
      title: 'Remove what has no effect',
      safety: 'safe',
      edits: [{ range: { start, end: Math.min(end + 1, source.length) }, text: '' }],
    },
  };
}
