import type { GitHubClient } from '../client.ts';
import { allPages, PAGE_SIZE } from '../requests/all-pages.ts';
import { type Marker, type MarkerScope, readMarker } from './markers.ts';

const MAX_PAGES = 30;

/** A pull request, and how its comments are recognised as ours. */
export interface Conversation {
  readonly client: GitHubClient;
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  /** The login we post as: `pipewright[bot]`. */
  readonly login: string;
  readonly scope: MarkerScope;
  /** See the sink's options. */
  readonly committer?: () => Promise<GitHubClient | undefined>;
  /** See the sink's options. */
  readonly passOn?: (error: unknown) => boolean;
}

export interface OwnComment {
  readonly id: number;
  /** For GraphQL. */
  readonly nodeId?: string;
  readonly body: string;
  /** Absent where somebody cut it out. */
  readonly marker?: Marker;
}

/** What our login wrote in threads of lines. */
export async function ownLineComments(at: Conversation): Promise<readonly OwnComment[]> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments';
  const comments = await allPages(MAX_PAGES, async (page) => {
    const place = { owner: at.owner, repo: at.repo, pull_number: at.number };
    return (await at.client.request(route, { ...place, per_page: PAGE_SIZE, page })).data;
  });
  return ownOf(at, comments);
}

/** What our login wrote on the pull request itself. */
export async function ownIssueComments(at: Conversation): Promise<readonly OwnComment[]> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const comments = await allPages(MAX_PAGES, async (page) => {
    const place = { owner: at.owner, repo: at.repo, issue_number: at.number };
    return (await at.client.request(route, { ...place, per_page: PAGE_SIZE, page })).data;
  });
  return ownOf(at, comments);
}

interface AnyComment {
  readonly id: number;
  readonly node_id?: string;
  readonly body?: string;
  readonly user?: { readonly login: string } | null;
}

function ownOf(at: Conversation, comments: readonly AnyComment[]): readonly OwnComment[] {
  return comments.flatMap(({ id, node_id: nodeId, body, user }) => {
    if (body === undefined || user?.login !== at.login) return [];
    const marker = readMarker(at.scope, body);
    return [{ id, ...(nodeId === undefined ? {} : { nodeId }), body, ...(marker === undefined ? {} : { marker }) }];
  });
}
