import { AGGREGATE_CHECK } from '../github/checks/checks.ts';
import type { Lookout } from './open-targets.ts';
import { type ReviewTarget, subjectOf } from './review-target.ts';

/**
 * Whether the newest of our checks for a target has its conclusion. One that was cancelled has none: its successor
 * never came. Another pull request may have the same head; its checks say nothing about this one.
 */
export async function isConcluded({ client, appId, budget }: Lookout, target: ReviewTarget): Promise<boolean> {
  budget.spend();
  const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    owner: target.owner,
    repo: target.repo,
    ref: target.headSha,
    check_name: AGGREGATE_CHECK,
    app_id: appId,
    filter: 'all',
    per_page: 100,
  });
  const own = data.check_runs.filter((run) => run.external_id?.startsWith(`${subjectOf(target)}#`));
  const newest = own.toSorted((a, b) => b.id - a.id)[0];
  return newest?.status === 'completed' && newest.conclusion !== 'cancelled';
}
