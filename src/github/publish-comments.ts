import type { InlineComment, Receipt, Review } from '../types.ts';
import { attempts } from './attempts.ts';
import { markFixed } from './mark-fixed.ts';
import { type Conversation, type OwnComment, ownLineComments } from './own-comments.ts';
import { type PostedReview, postReview } from './post-review.ts';
import { readPullRequest } from './read-change.ts';
import type { Renderers } from './renderers.ts';
import { putSummary } from './summary-comment.ts';

type Said = Omit<Receipt, 'checks'>;

/**
 * Says what is new: one review with the comments that do not stand yet, marks those whose finding is gone, and keeps the
 * summary true. Says nothing on a draft, on a closed pull request, or when the head moved while the review was made.
 */
export async function publishComments(at: Conversation, review: Review, render: Renderers): Promise<Said> {
  const commit = review.change.headSha;
  const silent: Said = { commentsPosted: 0, commentsMarkedFixed: 0, summary: 'none', failures: [] };
  if (commit === undefined || review.change.draft) return silent;
  const { attempt, failures } = attempts();
  const readNow = () => readPullRequest(at.client, at, at.number);
  const now = await attempt('The pull request could not be read', readNow, CLOSED);
  if (!now.open || now.draft || now.headSha !== commit) return { ...silent, failures };

  // Without knowing what stands already, posting would repeat it.
  const own = await attempt('Comments could not be listed', () => ownLineComments(at), undefined);
  const postNew = () => postNews(at, review, commit, own ?? 'unknown');
  const posted = await attempt('The review could not be posted', postNew, NONE);
  const fixed = await attempt('Fixed comments could not be marked', () => markGone(at, review, commit, own ?? []), 0);
  const refused = posted.refused.map(({ comment, reason }) => `${comment.path}:${comment.line} (${reason})`);
  const text = render.summary(review) + refusedSection(posted.refused.map(({ comment }) => comment));
  const writeSummary = () => putSummary(at, text, isClean(review));
  const summary = await attempt('The summary could not be written', writeSummary, 'none');
  return { commentsPosted: posted.posted, commentsMarkedFixed: fixed, summary, failures: [...failures, ...refused] };
}

const CLOSED = { open: false, draft: false, headSha: '' };
const NONE: PostedReview = { posted: 0, refused: [] };

/** A finding whose comment stands is not repeated, whether or not a person resolved the thread. */
async function postNews(
  at: Conversation,
  review: Review,
  commit: string,
  own: readonly OwnComment[] | 'unknown',
): Promise<PostedReview> {
  if (own === 'unknown') return NONE;
  const standing = new Set(own.filter(({ marker }) => marker.kind !== 'fixed').map(({ marker }) => marker.subject));
  const news = review.comments.filter(({ fingerprint }) => !standing.has(fingerprint));
  if (news.length === 0) return NONE;
  const remarks = new Set(
    review.findings.filter(({ origin }) => origin === 'model').map((finding) => finding.fingerprint),
  );
  return await postReview(at, commit, news, ({ fingerprint }) => (remarks.has(fingerprint) ? 'remark' : 'finding'));
}

/** An incomplete review cannot tell what is gone; a model's remarks come and go, so their absence says nothing. */
async function markGone(at: Conversation, review: Review, commit: string, own: readonly OwnComment[]): Promise<number> {
  if (review.incomplete.length > 0) return 0;
  const there = new Set(
    review.findings.filter(({ status }) => status !== 'resolved').map((finding) => finding.fingerprint),
  );
  for (const { fingerprint } of review.comments) there.add(fingerprint);
  const gone = own.filter(({ marker }) => marker.kind === 'finding' && !there.has(marker.subject));
  for (const comment of gone) await markFixed(at, comment, commit);
  return gone.length;
}

function isClean(review: Review): boolean {
  if (review.incomplete.length > 0 || review.conclusion !== 'success' || review.wouldBe !== 'success') return false;
  return !review.findings.some(({ status }) => status === 'introduced');
}

function refusedSection(comments: readonly InlineComment[]): string {
  if (comments.length === 0) return '';
  const items = comments.map(({ path, line, body }) => `- \`${path.replaceAll('`', "'")}:${line}\` ${firstLine(body)}`);
  return `\n\n**GitHub did not accept a comment on these lines**\n\n${items.join('\n')}`;
}

function firstLine(body: string): string {
  return body.split('\n', 1)[0] ?? '';
}
