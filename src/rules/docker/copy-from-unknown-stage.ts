import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Document, Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { closestStage } from './stages/closest-stage.ts';
import { type StageReference, stageReferences } from './stages/stage-references.ts';

export const copyFromUnknownStage: Rule<DockerfileDocument> = {
  id: 'copy-from-unknown-stage',
  kinds: ['dockerfile'],
  title: 'Files are copied from a stage that does not exist',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    hadolint: ['DL3022', 'DL3023'],
    trivy: ['DS-0006', 'DS006', 'AVD-DS-0006'],
    kics: ['cdddb86f-95f6-4fc4-b5a1-483d9afceb2b'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document, context) {
    const { stages } = document.view;
    const used = stages.flatMap((stage) => stageReferences(stage).map((reference) => ({ stage, reference })));
    let wrong = 0;
    for (const { stage, reference } of used) {
      const reason = reasonOf(reference.name, stage, document, context);
      if (!reason) continue;
      wrong += 1;
      yield problem(stage, reference, reason, stages);
    }
    const [first] = used;
    if (first && wrong === 0) {
      yield {
        proof: `${used.length} of ${used.length} sources name an earlier stage or an image`,
        range: first.reference.range,
      };
    }
  },
};

type Reason = 'itself' | 'later' | 'number' | 'renamed' | 'typo';

/** Why a name cannot be meant; undefined where it is an earlier stage, an image, a named context, or only known when it is built. */
function reasonOf(
  name: string,
  stage: DockerStage,
  document: DockerfileDocument,
  context: RuleContext,
): Reason | undefined {
  const { stages } = document.view;
  const wanted = name.replace(/^["']|["']$/g, '').toLowerCase();
  if (wanted === '' || /[$:/@.]/.test(wanted)) return undefined;
  const found = stages.filter((one) => one.name?.toLowerCase() === wanted);
  if (found.some(({ index }) => index < stage.index)) return undefined;
  if (found.length > 0) return found.some(({ index }) => index === stage.index) ? 'itself' : 'later';
  if (/^\d+$/.test(wanted)) return Number(wanted) < stage.index ? undefined : 'number';
  if (wasStage(wanted, document, context)) return 'renamed';
  return closestStage(wanted, stages.slice(0, stage.index)) ? 'typo' : undefined;
}

/** The base of the change has a stage of that name, and nothing of this one has. */
function wasStage(name: string, { path, side }: DockerfileDocument, context: RuleContext): boolean {
  if (side === 'base') return false;
  const { change, base } = context.project;
  const previous = change.files.find((one) => one.path === path)?.previousPath ?? path;
  const before: Document | undefined = base.documents.get(previous);
  return (
    before?.kind === 'dockerfile' &&
    (before as DockerfileDocument).view.stages.some((stage) => stage.name?.toLowerCase() === name)
  );
}

const WHY: Readonly<Record<Reason, string>> = {
  itself: 'A stage cannot copy from itself: the build fails.',
  later:
    'Only stages above can be copied from; for Docker the name is an image of a registry, which it will not find, or which somebody else owns.',
  number: 'There is no stage of that number above: the build fails.',
  renamed:
    'This change renamed or removed the stage; for Docker the name is now an image of a registry, which it will not find, or which somebody else owns.',
  typo: 'No stage above has that name, so for Docker it is an image of a registry, which it will not find, or which somebody else owns.',
};

function problem(
  stage: DockerStage,
  { name, range }: StageReference,
  reason: Reason,
  stages: readonly DockerStage[],
): Observation {
  const earlier = stages.slice(0, stage.index);
  const names = earlier.flatMap((one) => one.name ?? []);
  const close = reason === 'typo' || reason === 'renamed' ? closestStage(name, earlier) : undefined;
  return {
    range,
    key: `${stage.key}/${name}`,
    ...(reason === 'typo' ? { confidence: 'likely' as const } : {}),
    message: {
      what: `${quote(name)} is ${reason === 'itself' ? 'the stage being built' : reason === 'later' ? 'a stage further down' : 'no stage of this file'}.`,
      why: WHY[reason],
      remedy: close
        ? `Name the stage ${quote(close)}.`
        : names.length > 0
          ? `Name one of the stages above: ${names.map(quote).join(', ')}.`
          : 'Name a stage above, or the full reference of an image.',
    },
    ...(close
      ? { fix: { title: `Copy from ${close}`, safety: 'review' as const, edits: [{ range, text: close }] } }
      : {}),
  };
}
