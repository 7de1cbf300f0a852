import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const digestDropped: Rule<DockerfileDocument> = {
  id: 'digest-dropped',
  kinds: ['dockerfile'],
  title: 'A base image lost its digest',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,
  supersedes: ['base-image-untagged', 'base-image-latest-tag', 'base-image-digest-missing'],

  *compare(base, head) {
    if (!base || !head) return;
    for (const before of base.view.stages) {
      if (before.from.digest === undefined || before.from.stageRef !== undefined) continue;
      const after = counterpart(before, base, head);
      if (after && isOpen(after)) yield problem(base, before, after);
    }
  },
};

/** The stage of the same name; else the only one without a partner that takes the same image. */
function counterpart(before: DockerStage, base: DockerfileDocument, head: DockerfileDocument): DockerStage | undefined {
  const same = before.name === undefined ? undefined : head.view.stages.find(({ name }) => name === before.name);
  if (same) return same;
  const taken = new Set(base.view.stages.flatMap(({ name }) => name ?? []));
  const free = head.view.stages.filter(
    ({ name, from }) => (name === undefined || !taken.has(name)) && from.repository === before.from.repository,
  );
  // Of several with the same image one may still be pinned: then the pin moved with its stage.
  return free.some(({ from }) => from.digest !== undefined) ? undefined : free[0];
}

/** Written out, from a registry, and without a digest. */
function isOpen({ from }: DockerStage): boolean {
  return (
    from.digest === undefined && from.stageRef === undefined && from.image !== 'scratch' && !from.raw.includes('$')
  );
}

function problem(base: DockerfileDocument, before: DockerStage, after: DockerStage): Observation {
  const pinned = before.from.digest ?? '';
  const isSame =
    before.from.repository === after.from.repository &&
    (before.from.tag === after.from.tag || after.from.tag === undefined);
  return {
    range: after.from.range,
    key: `${after.key}/${after.from.repository ?? after.from.raw}`,
    message: {
      what: `${quote(after.from.raw)} was pinned to ${quote(pinned.slice(0, 19))} and is not pinned any more.`,
      why: 'Whoever can move the tag now decides what goes into the next build; until this change it was what somebody had looked at.',
      remedy: 'Pin it to the digest of the version you mean; bots that update images keep digests current.',
    },
    related: [{ path: base.path, side: 'base', range: before.from.range, message: 'It was pinned here.' }],
    ...(isSame
      ? {
          fix: {
            title: 'Restore the digest',
            safety: 'safe' as const,
            edits: [{ range: after.from.range, text: before.from.raw }],
          },
        }
      : {}),
  };
}
