import { mayWrite } from '../../github/approvals/may-write.ts';
import { type GitHubClient, pinnedClient } from '../../github/client.ts';
import { type AskingComment, answerComment, isAnswered, react } from '../../github/comments/answer-comment.ts';
import type { Conversation } from '../../github/comments/own-comments.ts';
import { ownThreads } from '../../github/comments/own-threads.ts';
import { type PullRequest, readPullRequest } from '../../github/reading/read-change.ts';
import { rulePage } from '../../local/rule-page.ts';
import { explainMarkdown } from '../../output/explain-markdown.ts';
import { pageOf } from '../../rules/index.ts';
import { namedRules, nearestRule } from '../../rules/named-rules.ts';
import { codeSpan, markdownText } from '../../sanitise.ts';
import { plainError } from '../logging/plain-error.ts';
import type { Service } from '../service.ts';
import { QUEUE_FULL, reviewJob } from '../work.ts';
import { type Accepting, accept, isAccepting } from './accept.ts';
import { type Command, parseCommand } from './parse-command.ts';

/** A comment on a pull request that begins with `/pipewright`. */
export interface CommandRequest {
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly comment: AskingComment;
  /** Who wrote it. */
  readonly login: string;
  readonly body: string;
}

/**
 * Carries out a command, once, for people who may push and for the author of the pull request: to read again, explain,
 * or say less here. Only `accept` and `waive` touch the gate, and they have rules of their own about who may.
 */
export async function runCommand(service: Service, request: CommandRequest, signal: AbortSignal): Promise<void> {
  const command = parseCommand(request.body);
  if (command === undefined) return;
  const octokit = await service.clients.report(request);
  const at = await conversation(service, octokit, request);
  if (await isAnswered(at, request.comment)) return;
  const pull = await readPullRequest(at.client, at, at.number);
  if (!pull.open) return;
  if (isAccepting(command)) {
    if (await accept(service, at, pull, { command, request, signal })) await reviewAgain(service, request, pull);
    return;
  }
  if (pull.author !== request.login && !(await mayWrite(octokit, at, request.login)))
    return await react(at, request.comment, 'confused');
  if (await obey(at, command, request)) await reviewAgain(service, request, pull);
}

async function reviewAgain(
  service: Service,
  { installation, owner, repo, number }: CommandRequest,
  { headSha }: PullRequest,
): Promise<void> {
  if (!(await service.queue.add(reviewJob({ installation, owner, repo, number, headSha }))))
    throw plainError('The queue is full.', QUEUE_FULL);
}

async function conversation(
  service: Service,
  octokit: GitHubClient,
  { owner, repo, number }: CommandRequest,
): Promise<Conversation> {
  const scope = { key: service.markerKey, repository: `${owner}/${repo}`, number };
  return { client: pinnedClient(octokit), owner, repo, number, login: await service.login(), scope };
}

/** Answers whether the pull request is to be reviewed again. */
async function obey(at: Conversation, command: Exclude<Command, Accepting>, request: CommandRequest): Promise<boolean> {
  switch (command.name) {
    case 'review':
      await react(at, request.comment, '+1');
      return true;
    case 'explain':
      await answerComment(at, request.comment, await explanation(command.rule));
      return false;
    case 'ignore':
      return await ignore(at, command, request);
    case 'contest':
      return await contest(at, command.reason, request);
    case 'misunderstood':
      await answerComment(at, request.comment, `Not understood: ${markdownText(command.problem)}.\n\n${USAGE}`);
      return false;
  }
}

const USAGE = `What can be asked here:

- \`/pipewright review\`: review this pull request again
- \`/pipewright explain RULE\`: what a rule is about, with examples
- \`/pipewright ignore RULE REASON\`: no more comments of a rule here; the check still counts it
- \`/pipewright contest REASON\`, as a reply to a comment: say that it is wrong
- \`/pipewright accept until=30d REASON\`, as a reply to a comment: accept that finding for so long, by somebody who may push and has no part in the change; anywhere else \`/pipewright accept FINGERPRINT until=30d REASON\`
- \`/pipewright waive FINGERPRINT until=7d REASON\`, or a rule instead of the fingerprint: break the glass for one finding, or for all that a rule finds here now`;

async function explanation(name: string): Promise<string> {
  const found = namedRules(name);
  if (found.length === 0) return noSuchRule(name);
  const texts = await Promise.all(
    found.slice(0, 3).map(async (rule) => explainMarkdown(rule, await rulePage(pageOf(rule)))),
  );
  return texts.join('\n\n---\n\n');
}

function noSuchRule(name: string): string {
  const near = nearestRule(name);
  return `There is no rule ${codeSpan(name)}.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`;
}

async function ignore(
  at: Conversation,
  { rule: name, reason }: Command & { readonly name: 'ignore' },
  { comment, login }: CommandRequest,
): Promise<boolean> {
  const found = namedRules(name);
  if (found.length === 0) {
    await answerComment(at, comment, noSuchRule(name));
    return false;
  }
  const ids = found.map(({ id }) => `\`${id}\``).join(', ');
  await answerComment(
    at,
    comment,
    `${ids}, asked by ${codeSpan(login)}: ${markdownText(reason)}\n\nNo more comments of it on this pull request. The check counts it as before: only somebody who has no part in this change can accept a finding that blocks. Whoever deletes this comment brings it back.`,
    found.map(({ id }) => ({ kind: 'ignored', subject: id })),
  );
  return true;
}

async function contest(at: Conversation, reason: string, { comment, login }: CommandRequest): Promise<boolean> {
  const thread = (await ownThreads(at)).find(({ id }) => id === comment.thread);
  if (thread === undefined || !['finding', 'remark'].includes(thread.marker.kind)) {
    await answerComment(
      at,
      comment,
      'A contest is a reply to one of the comments on a line: nothing else says what it is about.',
    );
    return false;
  }
  await answerComment(
    at,
    comment,
    `contested by ${codeSpan(login)}: ${markdownText(reason)}\n\nNoted, and listed in the summary for whoever maintains this repository. It is not said again here; the check counts it as before.`,
    [{ kind: 'contested', subject: thread.marker.subject }],
  );
  return true;
}
