import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Fix, Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { isOwnAction } from './actions/is-own-action.ts';
import { type UsedAction, usedActions } from './actions/used-actions.ts';
import { imageReferences } from './images/image-references.ts';
import { imagePin } from './images/image-tag.ts';

type Subject = WorkflowDocument | ActionDocument;

const COMMIT = /^([0-9a-f]{40}|[0-9a-f]{64})$/i;
/** Verifies its own tag and refuses a commit (https://github.com/slsa-framework/slsa-github-generator#referencing-slsa-builders-and-generators). */
const TAG_ONLY = /^slsa-framework\/slsa-github-generator$/;

export const pinRemoved: Rule<Subject> = {
  id: 'pin-removed',
  kinds: ['workflow', 'action'],
  title: 'An action or image is no longer pinned',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,
  supersedes: ['unpinned-uses', 'unpinned-image'],

  *needs(document) {
    for (const { uses } of usedActions(document))
      if (!COMMIT.test(uses.ref)) yield { fact: 'commit-of-ref', repository: uses.repository, ref: uses.ref };
  },

  *compare(base, head, context) {
    if (!base || !head) return;
    const before = usedActions(base);
    for (const used of usedActions(head)) {
      if (COMMIT.test(used.uses.ref) || TAG_ONLY.test(used.uses.repository)) continue;
      const same = before.filter(
        ({ uses }) => uses.repository === used.uses.repository && uses.path === used.uses.path,
      );
      const [pinned] = same;
      if (pinned && same.every(({ uses }) => COMMIT.test(uses.ref))) yield unpinned(base, used, pinned, context);
    }
    yield* images(base, head);
  },
};

function unpinned(base: Subject, { uses, key }: UsedAction, before: UsedAction, context: RuleContext): Observation {
  const fix = pin(base, { uses, key }, before, context);
  const trusted = /^(actions|github)\//.test(uses.repository) || isOwnAction(uses, context.project);
  return {
    range: uses.node.range,
    key,
    severity: trusted ? 'low' : 'high',
    message: {
      what: `${quote(uses.repository)} was pinned to the commit ${quote(before.uses.ref.slice(0, 12))} and now follows ${quote(uses.ref === '' ? 'its default branch' : uses.ref)}.`,
      why: 'Whoever can move that ref, its owner or somebody with the owner’s account, now decides what runs here with the token and the secrets.',
      remedy: 'Pin the commit of the version you want and keep the version as a comment.',
    },
    related: [{ path: base.path, side: 'base', range: before.uses.node.range, message: 'It was pinned here.' }],
    ...(fix ? { fix } : {}),
  };
}

/** To the commit of the new version where it is known, else back to what it was. */
function pin(base: Subject, { uses }: UsedAction, before: UsedAction, context: RuleContext): Fix | undefined {
  if (uses.node.style !== 'plain') return undefined;
  const commit = context.fact({ fact: 'commit-of-ref', repository: uses.repository, ref: uses.ref });
  if (commit.state === 'known' && /^v?\d/.test(uses.ref)) {
    return {
      title: `Pin ${uses.repository} to the commit of ${uses.ref}`,
      safety: 'safe',
      edits: [{ range: uses.refRange, text: `${commit.value} # ${uses.ref}` }],
    };
  }
  const lineEnd = base.source.indexOf('\n', before.uses.refRange.end);
  const rest = base.source.slice(before.uses.refRange.end, lineEnd < 0 ? undefined : lineEnd).trimEnd();
  const text = /^\s+#/.test(rest) ? before.uses.ref + rest : before.uses.ref;
  return { title: 'Return to the pinned commit', safety: 'review', edits: [{ range: uses.refRange, text }] };
}

function* images(base: Subject, head: Subject): Generator<Observation> {
  const before = imageReferences(base);
  for (const reference of imageReferences(head)) {
    const old = before.find(({ key, image }) => key === reference.key || nameOf(image) === nameOf(reference.image));
    const pinNow = imagePin(reference.image);
    if (!old || imagePin(old.image) !== 'digest' || pinNow === 'digest' || pinNow === 'unknown') continue;
    if (nameOf(old.image) !== nameOf(reference.image)) continue;
    yield {
      range: reference.node.range,
      key: reference.key,
      severity: reference.role === 'service' ? 'medium' : 'high',
      message: {
        what: `${quote(reference.image)} lost the digest it was pinned by.`,
        why: 'The tag can be pushed again: what runs in the pipeline can change without a change here.',
        remedy: 'Keep the digest behind the tag; an update bot moves both.',
      },
      related: [{ path: base.path, side: 'base', range: old.node.range, message: 'It was pinned here.' }],
      ...(reference.node.style === 'plain' && old.node.style === 'plain'
        ? {
            fix: {
              title: 'Return to the pinned image',
              safety: 'review',
              edits: [{ range: reference.node.range, text: old.node.text }],
            },
          }
        : {}),
    };
  }
}

function nameOf(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^/]*$/, '');
}
