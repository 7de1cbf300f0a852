import type { GitHubClient, RepositoryName } from '../client.ts';
import type { PullRequest } from '../reading/read-change.ts';
import { statusOf } from '../requests/create-once.ts';
import { failureReason } from '../requests/failure-reason.ts';
import { once } from '../requests/once.ts';
import { contributors } from './contributors.ts';
import { mayWrite } from './may-write.ts';

/** Where somebody wants to accept something. */
export interface ApprovalPlace extends RepositoryName {
  readonly client: GitHubClient;
  /** A client that may read the members of teams; undefined where nobody granted it. */
  readonly members?: () => Promise<GitHubClient | undefined>;
}

/** Why somebody may not lift the gate, in words that go on after "because"; undefined for somebody who may. */
export type Refusal = (login: string) => Promise<string | undefined>;

/**
 * Who may lift the gate of a pull request as it is now: people who may push, have no part in it, and are among the
 * approvers where there is such a list. Where something cannot be found out, nobody may.
 */
export function mayApprove(at: ApprovalPlace, pull: PullRequest, approvers: readonly string[]): Refusal {
  const people = once(() => contributors(at.client, at, pull));
  return async (login) => {
    if (login === '' || login.endsWith('[bot]')) return 'a bot answers for nothing';
    const known = await people();
    if ('unknown' in known) return `it is not known who has a part in this change (${known.unknown})`;
    const part = known.parts.get(login.toLowerCase());
    if (part !== undefined) return `whoever has a part in a change cannot accept it, and \`${login}\` ${part}`;
    try {
      if (!(await mayWrite(at.client, at, login))) return `\`${login}\` may not push to this repository`;
    } catch (error) {
      return `it is not known whether \`${login}\` may push (${failureReason(error)})`;
    }
    return approvers.length === 0 ? undefined : await notListed(at, approvers, login);
  };
}

/** Approvers are written `login`, `@login` or `@organisation/team`. */
async function notListed(at: ApprovalPlace, approvers: readonly string[], login: string): Promise<string | undefined> {
  const names = approvers.map((name) => name.replace(/^@/, ''));
  if (names.some((name) => name.toLowerCase() === login.toLowerCase())) return undefined;
  const problems: string[] = [];
  for (const name of names) {
    const [org, team] = name.split('/');
    if (!org || !team) continue;
    const membership = await isMember(at, { org, team }, login);
    if (membership === true) return undefined;
    if (membership !== false) problems.push(`; whether of \`${name}\` is not known: ${membership}`);
  }
  return `\`${login}\` is not among the approvers that \`waivers.approvers\` names${problems.join('')}`;
}

/** Whether somebody belongs to a team, or why that is not known. */
async function isMember(
  { members }: ApprovalPlace,
  { org, team }: { readonly org: string; readonly team: string },
  login: string,
): Promise<boolean | string> {
  try {
    const client = await members?.();
    if (client === undefined) return 'reading teams takes the permission `members: read`, which is not granted';
    const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}';
    const { data } = await client.request(route, { org, team_slug: team, username: login });
    return data.state === 'active';
  } catch (error) {
    return statusOf(error) === 404 ? false : failureReason(error);
  }
}
