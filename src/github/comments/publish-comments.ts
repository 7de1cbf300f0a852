import type { InlineComment, Receipt, Review } from '../../types.ts';
import type { Renderers } from '../checks/renderers.ts';
import { readPullRequest } from '../reading/read-change.ts';
import { attempts } from '../requests/attempts.ts';
import { markFixed } from './mark-fixed.ts';
import { type Conversation, type OwnComment, ownIssueComments } from './own-comments.ts';
import { type OwnThread, ownThreads } from './own-threads.ts';
import { type PostedReview, postReview } from './post-review.ts';
import { putSummary, saidIn, summaryAmong } from './summary-comment.ts';
import { ignoredRules, wishesSection } from './wishes.ts';

type Said = Omit<Receipt, 'checks'>;

/**
 * Says what is new: one review with the comments that do not stand yet, marks those whose finding is gone, and keeps the
 * summary true. Says nothing on a draft, on a closed pull request, or when the head moved while the review was made.
 */
export async function publishComments(at: Conversation, review: Review, render: Renderers): Promise<Said> {
  const commit = review.change.headSha;
  const silent: Said = { commentsPosted: 0, commentsMarkedFixed: 0, summary: 'none', failures: [] };
  if (commit === undefined || review.change.draft || isOnlyObserved(review)) return silent;
  const { attempt, failures } = attempts(at.passOn);
  const readNow = () => readPullRequest(at.client, at, at.number);
  const [now, before] = await Promise.all([
    attempt('The pull request could not be read', readNow, CLOSED),
    attempt('What was said before could not be read', () => readBefore(at), undefined),
  ]);
  if (!now.open || now.draft || now.headSha !== commit) return { ...silent, failures };
  // Without knowing what was said already, saying anything would repeat it.
  if (before === undefined) return { ...silent, failures };
  const said = saidBefore(at, before);
  const ignored = ignoredRules(at, before.own);
  const postNew = () => postNews(at, review, commit, newsOf(review, said, new Set(ignored.keys())));
  const posted = await attempt('The review could not be posted', postNew, NONE);
  const gone = goneThreads(review, before.threads);
  const markGone = () => markAllFixed(at, gone, commit);
  const fixed = await attempt('Fixed comments could not be marked', markGone, 0);
  const refused = posted.refused.map(({ comment, reason }) => `${comment.path}:${comment.line} (${reason})`);
  const refusedComments = refusedSection(posted.refused.map(({ comment }) => comment));
  const text = render.summary(review) + refusedComments + wishesSection(review, ignored, before.threads);
  const nowSaid = stillSaid(review, [...said, ...posted.posted.map(({ fingerprint }) => fingerprint)]);
  const writeSummary = () => putSummary(at, summaryAmong(before.own), text, nowSaid, isClean(review));
  const summary = await attempt('The summary could not be written', writeSummary, 'none');
  const commentsPosted = posted.posted.length;
  return { commentsPosted, commentsMarkedFixed: fixed, summary, failures: [...failures, ...refused] };
}

const CLOSED = { open: false, draft: false, headSha: '' };
const NONE: PostedReview = { posted: [], refused: [] };

interface Before {
  readonly threads: readonly OwnThread[];
  /** What we wrote on the pull request itself. */
  readonly own: readonly OwnComment[];
}

async function readBefore(at: Conversation): Promise<Before> {
  const [threads, own] = await Promise.all([ownThreads(at), ownIssueComments(at)]);
  return { threads, own };
}

/** Fingerprints of what stands, resolved or not, and of what people deleted: neither is said again. */
function saidBefore(at: Conversation, { threads, own }: Before): ReadonlySet<string> {
  const standing = threads.filter(({ marker }) => marker.kind !== 'fixed').map(({ marker }) => marker.subject);
  return new Set([...standing, ...saidIn(at, summaryAmong(own))]);
}

/** What is gone is forgotten, so that it is news when it returns. */
function stillSaid(review: Review, said: readonly string[]): readonly string[] {
  if (review.incomplete.length > 0) return [...new Set(said)];
  const there = presentIn(review);
  return [...new Set(said)].filter((fingerprint) => there.has(fingerprint));
}

function newsOf(review: Review, said: ReadonlySet<string>, ignored: ReadonlySet<string>): readonly InlineComment[] {
  const muted = review.findings.filter(({ rule }) => ignored.has(rule)).map(({ fingerprint }) => fingerprint);
  return review.comments.filter(({ fingerprint }) => !said.has(fingerprint) && !muted.includes(fingerprint));
}

async function postNews(
  at: Conversation,
  review: Review,
  commit: string,
  news: readonly InlineComment[],
): Promise<PostedReview> {
  if (news.length === 0) return NONE;
  const remarks = new Set(
    review.findings.filter(({ origin }) => origin === 'model').map((finding) => finding.fingerprint),
  );
  return await postReview(at, commit, news, ({ fingerprint }) => (remarks.has(fingerprint) ? 'remark' : 'finding'));
}

/** An incomplete review cannot tell what is gone; a model's remarks come and go, so their absence says nothing. */
function goneThreads(review: Review, threads: readonly OwnThread[]): readonly OwnThread[] {
  if (review.incomplete.length > 0) return [];
  const there = presentIn(review);
  return threads.filter(({ marker }) => marker.kind === 'finding' && !there.has(marker.subject));
}

async function markAllFixed(at: Conversation, gone: readonly OwnThread[], commit: string): Promise<number> {
  for (const thread of gone) await markFixed(at, thread, commit);
  return gone.length;
}

function presentIn({ findings, comments }: Review): ReadonlySet<string> {
  const there = findings.filter(({ status }) => status !== 'resolved');
  return new Set([...there, ...comments].map(({ fingerprint }) => fingerprint));
}

/** Nothing is said on the pull request where the whole repository is observed: the check has it. */
function isOnlyObserved({ mode, enforced, comments }: Review): boolean {
  return mode === 'observe' && enforced.length === 0 && comments.length === 0;
}

/** Whether there is nothing to say. */
export function isClean(review: Review): boolean {
  if (review.incomplete.length > 0 || review.conclusion !== 'success' || review.wouldBe !== 'success') return false;
  return !review.findings.some(({ status }) => status === 'introduced');
}

function refusedSection(comments: readonly InlineComment[]): string {
  if (comments.length === 0) return '';
  const items = comments.map(({ path, line, body }) => `- \`${inCode(path)}:${line}\` ${firstLine(body)}`);
  return `\n\n**GitHub did not accept a comment on these lines**\n\n${items.join('\n')}`;
}

/** A path may hold whatever ends a code span: backticks, empty lines, characters that nobody sees. */
function inCode(path: string): string {
  return path.replace(/[`\s\p{C}\p{Default_Ignorable_Code_Point}]+/gu, ' ');
}

function firstLine(body: string): string {
  return body.split('\n', 1)[0] ?? '';
}
