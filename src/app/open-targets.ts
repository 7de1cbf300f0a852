import type { GitHubClient } from '../github/client.ts';
import { allPages, PAGE_SIZE } from '../github/requests/all-pages.ts';
import type { RequestBudget } from '../github/requests/request-budget.ts';
import type { ReviewTarget } from './review-target.ts';

const MAX_PAGES = 10;
const QUEUE_REFS = 'heads/gh-readonly-queue/';

/** Who looks for lost work in an installation, and how much may be asked. */
export interface Lookout {
  readonly client: GitHubClient;
  readonly installation: number;
  readonly appId: number;
  readonly budget: RequestBudget;
}

interface Place {
  readonly owner: string;
  readonly repo: string;
}

/** The open pull requests of a repository, the last touched first: what was lost was touched not long ago. */
export async function openPulls(look: Lookout, place: Place): Promise<readonly ReviewTarget[]> {
  const pulls = await allPages(MAX_PAGES, async (page) => {
    look.budget.spend();
    const order = { state: 'open', sort: 'updated', direction: 'desc' } as const;
    const route = 'GET /repos/{owner}/{repo}/pulls';
    return (await look.client.request(route, { ...place, ...order, per_page: PAGE_SIZE, page })).data;
  });
  return pulls.map(({ number, head }) => ({
    installation: look.installation,
    ...place,
    number,
    headSha: head.sha,
  }));
}

/** The merge groups that a repository's queue waits for, by the branches that GitHub makes for them. */
export async function openGroups(look: Lookout, place: Place): Promise<readonly ReviewTarget[]> {
  look.budget.spend();
  const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}';
  const { data } = await look.client.request(route, { ...place, ref: QUEUE_REFS });
  const groups: ReviewTarget[] = [];
  for (const { ref, object } of data) {
    const baseSha = await baseOf(look, place, ref.slice(`refs/${QUEUE_REFS}`.length));
    if (baseSha !== undefined) {
      groups.push({ installation: look.installation, ...place, baseSha, headSha: object.sha });
    }
  }
  return groups;
}

/** A group's branch ends in the commit it starts from: `main/pr-12-SHA`. GitHub does not promise that; then, the base. */
async function baseOf(look: Lookout, place: Place, branch: string): Promise<string | undefined> {
  const [, sha] = /-([0-9a-f]{40})$/.exec(branch) ?? [];
  if (sha !== undefined) return sha;
  const base = branch.slice(0, Math.max(branch.lastIndexOf('/'), 0));
  if (base === '') return undefined;
  look.budget.spend();
  const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}';
  const { data } = await look.client.request(route, { ...place, ref: `heads/${base}` });
  return data.find(({ ref }) => ref === `refs/heads/${base}`)?.object.sha;
}
