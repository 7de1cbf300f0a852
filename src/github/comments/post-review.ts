import type { InlineComment } from '../../types.ts';
import { MAX_COMMENT_BYTES } from '../limits.ts';
import { createOnce, statusOf } from '../requests/create-once.ts';
import { failureReason } from '../requests/failure-reason.ts';
import { cutToBytes } from './cut-to-bytes.ts';
import { type MarkerKind, writeMarker } from './markers.ts';
import type { Conversation } from './own-comments.ts';
import { ownThreads } from './own-threads.ts';

export interface PostedReview {
  readonly posted: readonly InlineComment[];
  /** Comments that GitHub refused, and its reason. */
  readonly refused: readonly { readonly comment: InlineComment; readonly reason: string }[];
}

/** Posts new comments as one review of a commit. Where GitHub refuses it as a whole, one by one. */
export async function postReview(
  at: Conversation,
  commit: string,
  comments: readonly InlineComment[],
  kindOf: (comment: InlineComment) => MarkerKind,
): Promise<PostedReview> {
  const bodies = new Map(comments.map((comment) => [comment, markedBody(at, comment, kindOf(comment))]));
  try {
    await createOnce(
      at.client,
      () => createReview(at, commit, bodies),
      async () => ((await arePosted(at, comments)) ? true : undefined),
    );
    return { posted: comments, refused: [] };
  } catch (error) {
    // One bad line refuses the whole review, and GitHub does not say which.
    if (statusOf(error) !== 422) throw error;
    return await postOneByOne(at, commit, bodies);
  }
}

function markedBody(at: Conversation, comment: InlineComment, kind: MarkerKind): string {
  const marker = writeMarker(at.scope, { kind, subject: comment.fingerprint });
  return `${cutToBytes(comment.body, MAX_COMMENT_BYTES)}\n\n${marker}`;
}

async function createReview(
  at: Conversation,
  commit: string,
  bodies: ReadonlyMap<InlineComment, string>,
): Promise<true> {
  const marker = writeMarker(at.scope, { kind: 'review', subject: commit });
  const count = bodies.size === 1 ? '1 new comment' : `${bodies.size} new comments`;
  await at.client.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
    owner: at.owner,
    repo: at.repo,
    pull_number: at.number,
    commit_id: commit,
    event: 'COMMENT',
    body: `Pipewright: ${count} on ${commit.slice(0, 7)}.\n\n${marker}`,
    comments: [...bodies].map(([comment, body]) => ({ ...placeOf(comment), body })),
    request: { retries: 0 },
  });
  return true;
}

/** `start_line` only for several lines: GitHub refuses a range that starts where it ends. */
function placeOf(comment: InlineComment) {
  const { path, side, line, startLine } = comment;
  const several = startLine !== undefined && startLine < line;
  return { path, side, line, ...(several ? { start_line: startLine, start_side: side } : {}) };
}

async function arePosted(at: Conversation, comments: readonly InlineComment[]): Promise<boolean> {
  const own = await ownThreads(at);
  const standing = new Set(own.filter(({ marker }) => marker.kind !== 'fixed').map(({ marker }) => marker.subject));
  return comments.every((comment) => standing.has(comment.fingerprint));
}

async function postOneByOne(
  at: Conversation,
  commit: string,
  bodies: ReadonlyMap<InlineComment, string>,
): Promise<PostedReview> {
  const refused: { comment: InlineComment; reason: string }[] = [];
  for (const [comment, body] of bodies) {
    try {
      await createOnce(
        at.client,
        () => createComment(at, commit, comment, body),
        async () => ((await arePosted(at, [comment])) ? true : undefined),
      );
    } catch (error) {
      if (at.passOn?.(error)) throw error;
      refused.push({ comment, reason: failureReason(error) });
    }
  }
  const lost = new Set(refused.map(({ comment }) => comment));
  return { posted: [...bodies.keys()].filter((comment) => !lost.has(comment)), refused };
}

async function createComment(at: Conversation, commit: string, comment: InlineComment, body: string): Promise<true> {
  await at.client.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/comments', {
    owner: at.owner,
    repo: at.repo,
    pull_number: at.number,
    commit_id: commit,
    body,
    ...placeOf(comment),
    request: { retries: 0 },
  });
  return true;
}
