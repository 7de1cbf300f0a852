import { allPages, PAGE_SIZE } from '../github/all-pages.ts';
import { AGGREGATE_CHECK } from '../github/checks.ts';
import type { GitHubClient } from '../github/client.ts';
import { type RequestBudget, RequestBudgetError, requestBudget } from '../github/request-budget.ts';
import { keyOf, type ReviewTarget } from './review-target.ts';
import type { Service } from './service.ts';
import { reviewJob } from './work.ts';

/** Requests per installation and hour: a tenth of what it has. */
const MAX_REQUESTS = 500;
const MAX_PAGES = 10;

/** Enqueues open pull requests whose head has no concluded check of ours; answers how many. */
export async function enqueueUncheckedPulls(service: Service): Promise<number> {
  const app = await service.app();
  const appId = (await app.request('GET /app')).data?.id;
  const installations = await allPages(MAX_PAGES, async (page) => {
    return (await app.request('GET /app/installations', { per_page: PAGE_SIZE, page })).data;
  });
  let found = 0;
  for (const { id, suspended_at: suspended } of installations) {
    if (suspended !== null || appId === undefined) continue;
    try {
      for await (const target of uncheckedPulls(await service.clients.survey(id), id, appId)) {
        // What waits or runs will conclude its check; adding it again would abort it.
        if (await service.queue.has(keyOf(target))) continue;
        if (!(await service.queue.add(reviewJob(target)))) return found;
        found += 1;
      }
    } catch (error) {
      if (!(error instanceof RequestBudgetError)) service.log.warn({ installation: id, err: error }, 'not reconciled');
    }
  }
  return found;
}

async function* uncheckedPulls(
  client: GitHubClient,
  installation: number,
  appId: number,
): AsyncGenerator<ReviewTarget> {
  const budget = requestBudget(MAX_REQUESTS);
  const repositories = await allPages(MAX_PAGES, async (page) => {
    budget.spend();
    return (await client.request('GET /installation/repositories', { per_page: PAGE_SIZE, page })).data.repositories;
  });
  for (const { name, owner, archived } of repositories) {
    if (archived) continue;
    const place = { owner: owner.login, repo: name };
    const pulls = await allPages(MAX_PAGES, async (page) => {
      budget.spend();
      const route = 'GET /repos/{owner}/{repo}/pulls';
      return (await client.request(route, { ...place, state: 'open', per_page: PAGE_SIZE, page })).data;
    });
    for (const { number, head } of pulls) {
      const target = { installation, ...place, number, headSha: head.sha };
      if (!(await isConcluded(client, target, appId, budget))) yield target;
    }
  }
}

async function isConcluded(
  client: GitHubClient,
  target: ReviewTarget,
  appId: number,
  budget: RequestBudget,
): Promise<boolean> {
  budget.spend();
  const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    owner: target.owner,
    repo: target.repo,
    ref: target.headSha,
    check_name: AGGREGATE_CHECK,
    app_id: appId,
  });
  return data.check_runs.some(({ status }) => status === 'completed');
}
