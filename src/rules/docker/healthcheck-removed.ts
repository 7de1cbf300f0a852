import type { ComposeDocument } from '../../documents/compose.ts';
import type { DockerfileDocument, DockerInstruction } from '../../documents/dockerfile.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { at } from '../../documents/yaml/yaml-node.ts';
import type { Observation, ProjectSide, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreLines } from '../restore-lines.ts';
import { finalChain } from './stages/stage-chain.ts';

export const healthcheckRemoved: Rule<DockerfileDocument> = {
  id: 'healthcheck-removed',
  kinds: ['dockerfile'],
  title: 'The image lost its health check',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *compare(base, head, context) {
    const before = base && healthcheckOf(base);
    if (!base || !head || !before || isNone(before) || head.view.stages.length === 0) return;
    const after = healthcheckOf(head);
    if (after && !isNone(after)) return;
    if (checksElsewhere(context.project.head) > checksElsewhere(context.project.base)) return;
    yield problem(base, before, head, after);
  },
};

/** That of the image which the file builds. */
function healthcheckOf({ view }: DockerfileDocument): DockerInstruction | undefined {
  return finalChain(view.stages)
    .map(({ instructions }) => instructions.findLast(({ keyword }) => keyword === 'HEALTHCHECK'))
    .find((one) => one !== undefined);
}

function isNone({ args }: DockerInstruction): boolean {
  return args[0]?.text.toUpperCase() === 'NONE';
}

/** Checks of Compose services and of Kubernetes containers: where the check may have gone. */
function checksElsewhere({ documents }: ProjectSide): number {
  return [...documents.values()].flatMap((document): readonly unknown[] => {
    if (document.view === undefined) return [];
    if (document.kind === 'compose')
      return (document as ComposeDocument).view.services.filter(({ node }) => at(node, 'healthcheck', 'test'));
    if (document.kind !== 'kubernetes') return [];
    return (document as KubernetesDocument).view.objects
      .flatMap(({ pod }) => pod?.containers ?? [])
      .filter(({ node }) => at(node, 'livenessProbe') ?? at(node, 'readinessProbe'));
  }).length;
}

function problem(
  base: DockerfileDocument,
  before: DockerInstruction,
  head: DockerfileDocument,
  after: DockerInstruction | undefined,
): Observation {
  const edit = after
    ? { range: after.range, text: before.rawText.trim() }
    : restoreLines(base.source, before.range, head.source, head.view.stages.at(-1)?.range);
  return {
    ...(after ? { range: after.range } : { range: before.range, side: 'base' as const }),
    key: 'final/HEALTHCHECK',
    message: {
      what: after
        ? `${quote(after.rawText)} switches the health check off.`
        : `The health check ${quote(before.rawText)} is gone.`,
      why: 'A program that hangs still counts as running: nothing restarts it, and what waits for it to be healthy starts too early, or never.',
      remedy: 'Restore it; if the platform checks the program now, show where.',
    },
    ...(after
      ? { related: [{ path: base.path, side: 'base' as const, range: before.range, message: 'It was this.' }] }
      : {}),
    ...(edit ? { fix: { title: 'Restore the health check', safety: 'safe' as const, edits: [edit] } } : {}),
  };
}
