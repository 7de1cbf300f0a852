import type { AcceptedHere, PolicyWaiver } from '../../types.ts';
import { readMarkers } from '../comments/markers.ts';
import { type Conversation, type OwnComment, ownIssueComments, ownLineComments } from '../comments/own-comments.ts';
import { areUnedited } from '../comments/unedited.ts';
import { readPullRequest } from '../reading/read-change.ts';
import { failureReason } from '../requests/failure-reason.ts';
import { type ApprovalPlace, mayApprove } from './may-approve.ts';

/** A marker of kind `waived`, read. */
interface Noted {
  readonly fingerprint: string;
  readonly until: string;
  readonly login: string;
  readonly reason: string;
}

/**
 * What was accepted by command on a pull request and holds today. Our own answers are the record: deleting one takes
 * back what it says. Each is held against the pull request as it is now, for an approver may have pushed since.
 */
export async function commandWaivers(
  at: Conversation & Pick<ApprovalPlace, 'members'>,
  approvers: readonly string[],
  now: Date,
): Promise<AcceptedHere> {
  try {
    return await readWaivers(at, approvers, now.toISOString().slice(0, 10));
  } catch (error) {
    const reason = failureReason(error);
    return { waivers: [], problems: [`What was accepted on this pull request does not hold: ${reason}.`] };
  }
}

async function readWaivers(
  at: Conversation & Pick<ApprovalPlace, 'members'>,
  approvers: readonly string[],
  today: string,
): Promise<AcceptedHere> {
  const own = [...(await ownIssueComments(at)), ...(await ownLineComments(at))];
  const answers = own
    .map((comment) => ({ comment, noted: notedIn(at, comment).filter(({ until }) => until >= today) }))
    .filter(({ noted }) => noted.length > 0);
  if (answers.length === 0) return { waivers: [], problems: [] };
  const unedited = await areUnedited(
    at.client,
    answers.map(({ comment }) => comment.nodeId ?? ''),
  );
  const refusal = mayApprove(at, await readPullRequest(at.client, at, at.number), approvers);
  const waivers: PolicyWaiver[] = [];
  const problems = new Set<string>();
  for (const [index, { noted }] of answers.entries()) {
    for (const { fingerprint, until, login, reason } of noted) {
      const refused = unedited[index] ? await refusal(login) : 'somebody edited our answer to it';
      if (refused === undefined)
        waivers.push({ fingerprint, reason, approvedBy: login, expires: until, by: 'command' });
      else problems.add(`What \`${login}\` accepted no longer holds, because ${refused}.`);
    }
  }
  return { waivers, problems: [...problems] };
}

function notedIn(at: Conversation, { body }: OwnComment): readonly Noted[] {
  const markers = readMarkers(at.scope, body).filter(({ kind }) => kind === 'waived');
  return markers.map(({ subject }) => {
    const [fingerprint = '', until = '', login = ''] = subject.split(':');
    return { fingerprint, until, login, reason: reasonIn(body) };
  });
}

/** The code span at the end of the first line. */
function reasonIn(body: string): string {
  const [line = ''] = body.split('\n', 1);
  return /: (`+) ?(.*?) ?\1$/.exec(line)?.[2] ?? '';
}
