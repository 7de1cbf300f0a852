import { mayApprove } from '../../github/approvals/may-approve.ts';
import { answerComment } from '../../github/comments/answer-comment.ts';
import type { Marker } from '../../github/comments/markers.ts';
import type { Conversation } from '../../github/comments/own-comments.ts';
import { ownThreads } from '../../github/comments/own-threads.ts';
import { githubFacts } from '../../github/github-facts.ts';
import type { PullRequest } from '../../github/reading/read-change.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { namedRules } from '../../rules/named-rules.ts';
import { codeSpan, markdownText } from '../../sanitise.ts';
import type { Finding, Source } from '../../types.ts';
import { appSource } from '../app-source.ts';
import { reviewSilently } from '../review-silently.ts';
import type { Service } from '../service.ts';
import type { Command } from './parse-command.ts';
import type { CommandRequest } from './run-command.ts';

/** A command that lifts the gate. */
export type Accepting = Command & { readonly name: 'accept' | 'waive' };

export function isAccepting(command: Command): command is Accepting {
  return command.name === 'accept' || command.name === 'waive';
}

interface Asked {
  readonly command: Accepting;
  readonly request: CommandRequest;
  readonly signal: AbortSignal;
}

/** More markers than this an answer has no room for; and nobody has looked at so many findings. */
const MAX_FINDINGS = 100;
const MAX_LISTED = 10;

/**
 * Lifts the gate of findings, for somebody who may: our signed answer is the record. A rule stands for what it finds
 * now, so that a later push brings nothing through. Answers whether the pull request is to be reviewed again.
 */
export async function accept(service: Service, at: Conversation, pull: PullRequest, asked: Asked): Promise<boolean> {
  const { command, request, signal } = asked;
  const { installation, owner, repo, number } = request;
  const target = { installation, owner, repo, number, headSha: pull.headSha };
  const refused = await refusalOf(service, await appSource(service, target), pull, request);
  if (refused !== undefined) {
    const text = `Not accepted, because ${refused}. The check counts it as before. Ask somebody who may push and has no part in this change, or have it entered in \`.github/pipewright-waivers.yml\` on the base branch.`;
    await answerComment(at, request.comment, text);
    return false;
  }
  const { review } = await reviewSilently(service, target, signal);
  const introduced = review.findings.filter(({ status, origin }) => status === 'introduced' && origin !== 'model');
  const named = await chosen(at, command, request, introduced);
  if (typeof named === 'string') {
    await answerComment(at, request.comment, named);
    return false;
  }
  const { login, comment } = request;
  const subjects = new Set(named.map(({ fingerprint }) => `${fingerprint}:${command.until}:${login}`));
  const markers = [...subjects].map((subject): Marker => ({ kind: 'waived', subject }));
  await answerComment(at, comment, record(command, login, named), markers);
  return true;
}

/** Why whoever asks may not; undefined for somebody who may. */
async function refusalOf(
  service: Service,
  source: Source,
  pull: PullRequest,
  { installation, owner, repo, login }: CommandRequest,
): Promise<string | undefined> {
  const facts = githubFacts(await service.clients.survey(installation), service.factsMemory(installation));
  const policy = await readPolicy(source, facts, new Date(), new Set(), {});
  if (policy.unreadable !== undefined) return `it is not known who may: ${policy.unreadable}`;
  const client = await service.clients.read({ installation, repo });
  const members = () => service.clients.members(installation);
  return await mayApprove({ client, members, owner, repo }, pull, policy.approvers)(login);
}

/** The findings that a command names, or what is wrong with the name. */
async function chosen(
  at: Conversation,
  { name, subject }: Accepting,
  { comment }: CommandRequest,
  introduced: readonly Finding[],
): Promise<readonly Finding[] | string> {
  const named = subject ?? (await fingerprintOfThread(at, comment.thread));
  if (named === undefined)
    return 'Which finding? Reply in the thread of its comment, or name its fingerprint: `/pipewright accept FINGERPRINT until=30d REASON`.';
  const one = introduced.filter(({ fingerprint }) => fingerprint === named);
  if (one.length > 0) return one;
  const rules = new Set(name === 'waive' ? namedRules(named).map(({ id }) => id) : []);
  const found = introduced.filter(({ rule }) => rules.has(rule));
  if (found.length > MAX_FINDINGS)
    return `${codeSpan(named)} finds ${found.length} things here, more than anybody looks through. Accept a rule for a while in \`.github/pipewright-waivers.yml\` on the base branch.`;
  return found.length > 0
    ? found
    : `This change introduces no finding ${codeSpan(named)}, so there is nothing to accept. The summary and the check list the fingerprints of what blocks.`;
}

async function fingerprintOfThread(at: Conversation, thread: number | undefined): Promise<string | undefined> {
  if (thread === undefined) return undefined;
  const marker = (await ownThreads(at)).find(({ id }) => id === thread)?.marker;
  return marker?.kind === 'finding' ? marker.subject : undefined;
}

/** The first line is read again by every review: who, until when, why. */
function record({ name, until, reason }: Accepting, login: string, findings: readonly Finding[]): string {
  const verb = name === 'accept' ? 'accepted' : 'waived';
  const lines = findings.slice(0, MAX_LISTED).map(({ rule, location, message }) => {
    const place = `${location.path}:${location.startLine}`;
    return `- ${codeSpan(rule)} at ${codeSpan(place)}: ${markdownText(message.what)}`;
  });
  const rest = findings.length - lines.length;
  return [
    `${verb} by ${codeSpan(login)} until ${until}: ${codeSpan(reason)}`,
    '',
    ...lines,
    ...(rest > 0 ? [`- and ${rest} more`] : []),
    '',
    'The gate is lifted for nothing else, and the check says who lifted it. It holds as long as the approver has no part in this change and this comment stands unedited: whoever deletes it takes it back, with the next review.',
  ].join('\n');
}
