import { allPages, PAGE_SIZE } from '../github/requests/all-pages.ts';
import { RequestBudgetError, requestBudget } from '../github/requests/request-budget.ts';
import { isConcluded } from './is-concluded.ts';
import { type Lookout, openGroups, openPulls } from './open-targets.ts';
import { keyOf, type ReviewTarget } from './review-target.ts';
import type { Service } from './service.ts';
import { reviewJob } from './work.ts';

/** Requests per installation and hour: a fifth of the 5,000 that it has. */
const MAX_REQUESTS = 1000;
const MAX_PAGES = 10;

/**
 * Enqueues open pull requests and merge groups whose head has no concluded check of ours; answers how many. `concluded`
 * remembers those that have one, so that the next time the requests go to the others.
 */
export async function enqueueUnchecked(service: Service, concluded: Set<string>): Promise<number> {
  const app = await service.app();
  const appId = (await app.request('GET /app')).data?.id;
  const installations = await allPages(MAX_PAGES, async (page) => {
    return (await app.request('GET /app/installations', { per_page: PAGE_SIZE, page })).data;
  });
  let found = 0;
  for (const { id, suspended_at: suspended } of installations) {
    if (suspended !== null || appId === undefined) continue;
    const budget = requestBudget(MAX_REQUESTS);
    try {
      const look: Lookout = { client: await service.clients.survey(id), installation: id, appId, budget };
      for await (const target of uncheckedOf(look, concluded)) if (await enqueue(service, target)) found += 1;
    } catch (error) {
      const spent = error instanceof RequestBudgetError;
      const why = spent ? 'not all of it looked at; the rest in an hour' : 'not reconciled';
      service.log.warn({ installation: id, ...(spent ? {} : { err: error }) }, why);
    }
  }
  return found;
}

async function* uncheckedOf(look: Lookout, concluded: Set<string>): AsyncGenerator<ReviewTarget> {
  for (const place of await repositories(look)) yield* uncheckedIn(look, place, concluded);
}

interface Place {
  readonly owner: string;
  readonly repo: string;
}

async function repositories({ client, budget }: Lookout): Promise<readonly Place[]> {
  const all = await allPages(MAX_PAGES, async (page) => {
    budget.spend();
    return (await client.request('GET /installation/repositories', { per_page: PAGE_SIZE, page })).data.repositories;
  });
  return all.filter(({ archived }) => !archived).map(({ name, owner }) => ({ owner: owner.login, repo: name }));
}

/** The newest come last, so that the queue does them first; also what was found when the budget ended is among them. */
async function* uncheckedIn(look: Lookout, place: Place, concluded: Set<string>): AsyncGenerator<ReviewTarget> {
  const found: ReviewTarget[] = [];
  let failure: unknown;
  try {
    const pulls = await openPulls(look, place);
    // A merge group merges pull requests that are still open.
    const groups = pulls.length === 0 ? [] : await openGroups(look, place);
    for (const target of [...groups, ...pulls]) {
      const name = `${keyOf(target)} ${target.headSha}`;
      if (concluded.has(name)) continue;
      if (await isConcluded(look, target)) concluded.add(name);
      else found.push(target);
    }
  } catch (error) {
    failure = error;
  }
  yield* found.toReversed();
  if (failure !== undefined) throw failure;
}

/** What waits or runs will conclude its check; adding it again would abort it. */
async function enqueue(service: Service, target: ReviewTarget): Promise<boolean> {
  return !(await service.queue.has(keyOf(target))) && (await service.queue.add(reviewJob(target)));
}
