import type { GitHubClient } from '../client.ts';

const QUERY = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on Comment { lastEditedAt } }
}`;

interface Answer {
  readonly nodes: readonly ({ readonly lastEditedAt?: string | null } | null)[];
}

/** GitHub takes so many ids at once. */
const MAX_IDS = 100;

/**
 * Whether comments are as they were written, in their order. Whoever may push may edit the comments of others, ours
 * too, and put back into one of them what an approver deleted.
 * https://docs.github.com/en/graphql/reference/interfaces#comment
 */
export async function areUnedited(client: GitHubClient, ids: readonly string[]): Promise<readonly boolean[]> {
  const states: boolean[] = [];
  for (let start = 0; start < ids.length; start += MAX_IDS) {
    const answer = await client.graphql<Answer>(QUERY, { ids: ids.slice(start, start + MAX_IDS) });
    states.push(...answer.nodes.map((node) => node?.lastEditedAt === null));
  }
  return states;
}
