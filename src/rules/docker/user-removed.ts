import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { Edit, Fix, Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreLines } from '../restore-lines.ts';
import { type FinalUser, finalUser } from './users/final-user.ts';
import { insertUser } from './users/insert-user.ts';

export const userRemoved: Rule<DockerfileDocument> = {
  id: 'user-removed',
  kinds: ['dockerfile'],
  title: 'Image runs as root again',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *compare(base, head) {
    const before = base && finalUser(base);
    const after = head && finalUser(head);
    if (!base || !head || before?.user !== 'other' || after?.user !== 'root') return;
    yield problem(base, before, head, after);
  },
};

function problem(base: DockerfileDocument, before: FinalUser, head: DockerfileDocument, after: FinalUser): Observation {
  const user = before.instruction?.args[0]?.text;
  const now = after.instruction?.args[0];
  const fix = restore(base, before, head, after);
  return {
    ...placeOf(before, after),
    key: 'final',
    message: {
      what:
        user === undefined
          ? `The image moved from ${quote(before.image.raw)}, which has a user of its own, to ${quote(after.image.raw)}, which runs as root.`
          : `The image ran as ${quote(user)} and now runs as ${now ? quote(now.text) : 'root'}.`,
      why: 'Whoever breaks into the process now owns the container, and a cluster that demands non-root images refuses to start it.',
      remedy:
        user === undefined
          ? 'Set a numeric user before the command.'
          : `Restore ${quote(`USER ${user}`)}; what needs root belongs before it, or into an earlier stage.`,
    },
    ...(before.instruction && now
      ? {
          related: [
            { path: base.path, side: 'base' as const, range: before.instruction.range, message: 'Who it ran as.' },
          ],
        }
      : {}),
    ...(fix ? { fix } : {}),
  };
}

/** The line that now says root; or the line that is gone; or the new base image. */
function placeOf(before: FinalUser, after: FinalUser): { readonly range: Range; readonly side?: 'base' } {
  if (after.instruction) return { range: after.instruction.range };
  return before.instruction ? { range: before.instruction.range, side: 'base' } : { range: after.stage.from.range };
}

function restore(
  base: DockerfileDocument,
  before: FinalUser,
  head: DockerfileDocument,
  after: FinalUser,
): Fix | undefined {
  const user = before.instruction;
  if (!user)
    return {
      title: 'Run as the user 65532',
      safety: 'review',
      edits: [insertUser(head, after.stage, 'USER 65532:65532')],
    };
  const title = `Restore USER ${user.args[0]?.text ?? ''}`;
  const now = after.instruction;
  if (now && user.args[0]?.text !== undefined && after.stage.instructions.includes(now)) {
    return {
      title,
      safety: 'safe',
      edits: [{ range: now.argsRange, text: user.args.map(({ text }) => text).join(' ') }],
    };
  }
  const makers = before.chain
    .flatMap(({ instructions }) => instructions)
    .filter((one) => makesUser(one) && !head.source.includes(one.rawText));
  const stage = stageFor(before, after);
  const edits = linesTogether(base, [...makers, user]).map((range) =>
    restoreLines(base.source, range, head.source, stage.range),
  );
  if (edits.every((edit): edit is Edit => edit !== undefined)) return { title, safety: 'safe', edits };
  return makers.length > 0
    ? undefined
    : { title, safety: 'safe', edits: [insertUser(head, after.stage, user.rawText.trim())] };
}

function makesUser({ keyword, rawText }: DockerInstruction): boolean {
  return keyword === 'RUN' && /\b(useradd|adduser|addgroup|groupadd)\b/.test(rawText);
}

/** The stage of the head in which the USER stood, where it still is one of those that the image is built on. */
function stageFor({ chain, instruction }: FinalUser, after: FinalUser): DockerStage {
  const own = chain.find(({ instructions }) => instructions.some((one) => one === instruction));
  const isFinal = own === chain[0];
  return (isFinal ? undefined : after.chain.find(({ key }) => key === own?.key)) ?? after.stage;
}

/** Ranges of whole lines, neighbours as one. */
function linesTogether({ source }: DockerfileDocument, instructions: readonly DockerInstruction[]): readonly Range[] {
  const ranges: Range[] = [];
  for (const { range } of instructions.toSorted((a, b) => a.range.start - b.range.start)) {
    const last = ranges.at(-1);
    if (last && source.slice(last.end, range.start).trim() === '')
      ranges[ranges.length - 1] = { start: last.start, end: range.end };
    else ranges.push(range);
  }
  return ranges;
}
