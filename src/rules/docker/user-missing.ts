import type { DockerfileDocument } from '../../documents/dockerfile.ts';
import type { Document, Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { type FinalUser, finalUser } from './users/final-user.ts';
import { insertUser } from './users/insert-user.ts';

export const userMissing: Rule<DockerfileDocument> = {
  id: 'user-missing',
  kinds: ['dockerfile'],
  title: 'Image runs as root',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    trivy: ['DS-0002', 'AVD-DS-0002'],
    checkov: ['CKV_DOCKER_3', 'CKV_DOCKER_8'],
    kics: ['fd54f200-402c-4333-a5a4-36ef6709af2f', '67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae'],
    hadolint: ['DL3002'],
    semgrep: ['missing-user', 'missing-user-entrypoint', 'last-user-is-root'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document, context) {
    const final = finalUser(document);
    if (!final) return;
    if (final.user === 'root' && !isToldAsRemoval(document, context)) yield problem(document, final);
    if (final.user === 'other' && final.instruction) {
      yield {
        proof: `The image runs as ${quote(final.instruction.args[0]?.text ?? '')}`,
        range: final.instruction.range,
      };
    }
    if (final.user === 'unknown') {
      yield {
        unverified: `whether ${quote(final.image.raw)} sets a user of its own is not known`,
        range: final.image.range,
      };
    }
  },
};

/** A user that this very change took away is told by the rule for that. */
function isToldAsRemoval({ path }: DockerfileDocument, context: RuleContext): boolean {
  const { change, base } = context.project;
  const file = change.files.find((one) => one.path === path);
  const before: Document | undefined =
    context.side === 'head' ? base.documents.get(file?.previousPath ?? path) : undefined;
  return before?.kind === 'dockerfile' && finalUser(before as DockerfileDocument)?.user === 'other';
}

function problem(document: DockerfileDocument, { stage, instruction, image }: FinalUser): Observation {
  const starts = stage.instructions.some(({ keyword }) => /^(CMD|ENTRYPOINT|EXPOSE)$/.test(keyword));
  const user = instruction?.args[0]?.text;
  const range = instruction && stage.instructions.includes(instruction) ? instruction.range : stage.from.range;
  return {
    range,
    key: 'final',
    ...(starts ? {} : { severity: 'low' as const }),
    message: {
      what:
        user === undefined
          ? `The image is built on ${quote(image.raw)} and never leaves root.`
          : `The last user of the image is ${quote(user)}.`,
      why: 'Whoever breaks into the process owns the container, and is root on the host as soon as it escapes.',
      remedy: 'Set a numeric user that is not 0 before the command, and give it the files that it writes.',
    },
    fix: {
      title: 'Run as the user 65532',
      safety: 'review',
      edits: [insertUser(document, stage, 'USER 65532:65532')],
    },
  };
}
