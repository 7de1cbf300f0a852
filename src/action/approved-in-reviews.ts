import { mayApprove } from '../github/approvals/may-approve.ts';
import { type GitHubClient, pinnedClient, type RepositoryName } from '../github/client.ts';
import { areUnedited } from '../github/comments/unedited.ts';
import type { SourceTarget } from '../github/github-source.ts';
import { pullsOfCommit } from '../github/reading/pulls-of-commit.ts';
import { readPullRequest } from '../github/reading/read-change.ts';
import { allPages, PAGE_SIZE } from '../github/requests/all-pages.ts';
import { failureReason } from '../github/requests/failure-reason.ts';
import { parseAcceptance } from '../policy/parse-acceptance.ts';
import { namedRules } from '../rules/named-rules.ts';
import type { AcceptedHere, PolicyWaiver } from '../types.ts';

/** An approving review of exactly the head, and the lines in it that are for us. */
interface Approval {
  readonly nodeId: string;
  readonly login: string;
  readonly submitted: Date;
  readonly lines: readonly string[];
}

const MAX_PAGES = 10;

/**
 * What people accepted in approving reviews of exactly the head: the Action keeps no comments of its own that could be
 * trusted, and an approval says by itself who, of what, and when. A merge group takes those of its pull request, and a
 * push those of the pull request that it is the merge of.
 */
export async function approvedInReviews(
  octokit: GitHubClient,
  target: SourceTarget,
  approvers: readonly string[],
  now: Date,
): Promise<AcceptedHere> {
  const client = pinnedClient(octokit);
  try {
    const numbers = 'number' in target ? [target.number] : await pullsOfCommit(client, target, target.head);
    const all = await Promise.all(numbers.map((number) => approvedOn(client, target, number, approvers, now)));
    return { waivers: all.flatMap(({ waivers }) => waivers), problems: all.flatMap(({ problems }) => problems) };
  } catch (error) {
    return { waivers: [], problems: [`What was accepted in reviews does not hold: ${failureReason(error)}.`] };
  }
}

async function approvedOn(
  client: GitHubClient,
  { owner, repo }: RepositoryName,
  number: number,
  approvers: readonly string[],
  now: Date,
): Promise<AcceptedHere> {
  const pull = await readPullRequest(client, { owner, repo }, number);
  const approvals = await approvalsOf(client, { owner, repo }, number, pull.headSha);
  const ids = approvals.map(({ nodeId }) => nodeId);
  const unedited = await areUnedited(client, ids);
  const refusal = mayApprove({ client, owner, repo }, pull, approvers);
  const waivers: PolicyWaiver[] = [];
  const problems: string[] = [];
  for (const [index, approval] of approvals.entries()) {
    const refused = unedited[index] ? await refusal(approval.login) : 'somebody edited the review';
    if (refused !== undefined) {
      problems.push(`What \`${approval.login}\` accepted in a review does not hold, because ${refused}.`);
      continue;
    }
    for (const line of approval.lines) {
      const read = waiversOf(line, approval, now);
      if (typeof read === 'string') problems.push(`In the review of \`${approval.login}\`: ${read}.`);
      else waivers.push(...read);
    }
  }
  return { waivers, problems };
}

/** The last word of each person, where it approves this very commit and speaks to us. */
async function approvalsOf(
  client: GitHubClient,
  { owner, repo }: RepositoryName,
  number: number,
  headSha: string,
): Promise<readonly Approval[]> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
  const reviews = await allPages(MAX_PAGES, async (page) => {
    return (await client.request(route, { owner, repo, pull_number: number, per_page: PAGE_SIZE, page })).data;
  });
  const last = new Map<string, (typeof reviews)[number]>();
  for (const review of reviews)
    if (review.user && ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'].includes(review.state))
      last.set(review.user.login, review);
  return [...last.values()].flatMap(({ node_id: nodeId, user, state, commit_id: commit, submitted_at: at, body }) => {
    const lines = body.split(/\r?\n/).filter((line) => /^\/pipewright\s+(accept|waive)\b/i.test(line));
    if (state !== 'APPROVED' || commit !== headSha || user?.type === 'Bot' || lines.length === 0) return [];
    return at === undefined ? [] : [{ nodeId, login: user?.login ?? '', submitted: new Date(at), lines }];
  });
}

/** A rule may stand without a fingerprint: the review is of one commit, and so is what it finds. */
function waiversOf(line: string, { login, submitted }: Approval, now: Date): readonly PolicyWaiver[] | string {
  const [, name = '', ...words] = line.trim().split(/\s+/);
  const read = parseAcceptance(words, submitted);
  if (typeof read === 'string') return `\`${name}\`: ${read}`;
  if (read.subject === undefined) return `\`${name}\` needs a fingerprint in a review`;
  if (read.until < now.toISOString().slice(0, 10)) return `\`${name}\` ended on ${read.until}`;
  const common = { reason: read.reason, approvedBy: login, expires: read.until, by: 'command' as const };
  const rules = name.toLowerCase() === 'waive' ? namedRules(read.subject) : [];
  return rules.length > 0
    ? rules.map(({ id }) => ({ ...common, rule: id }))
    : [{ ...common, fingerprint: read.subject }];
}
