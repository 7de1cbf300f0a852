import { AGGREGATE_CHECK } from '../github/checks.ts';
import type { GitHubClient } from '../github/client.ts';
import type { Job } from '../types.ts';
import { reviewJob } from './review-job.ts';
import { type ReviewTarget, targetOfExternalId } from './review-target.ts';
import type { Service } from './service.ts';

type Place = Pick<ReviewTarget, 'installation' | 'owner' | 'repo' | 'headSha'>;

/**
 * Finds out what stood on a commit and reviews it again. The event's own list of pull requests is empty for forks, so
 * our check runs' external ids are asked first, then GitHub.
 */
export function rerunJob(service: Service, place: Place, externalId?: string | null): Job {
  return {
    key: `rerun/${place.owner}/${place.repo}@${place.headSha}`.toLowerCase(),
    async run() {
      const octokit = await service.installation(place.installation);
      for (const target of await targetsOf(octokit, place, externalId)) {
        if (!service.queue.add(reviewJob(service, target))) throw new Error('The queue is full.');
      }
    },
  };
}

async function targetsOf(
  octokit: GitHubClient,
  place: Place,
  externalId: string | null | undefined,
): Promise<readonly ReviewTarget[]> {
  const named = targetOfExternalId(place, externalId);
  if (named !== undefined) return [named];
  const { owner, repo, headSha } = place;
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
  const { data } = await octokit.request(route, { owner, repo, ref: headSha, check_name: AGGREGATE_CHECK });
  const known = data.check_runs.flatMap((run) => targetOfExternalId(place, run.external_id) ?? []);
  if (known.length > 0) return known;
  const pulls = await octokit.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
    owner,
    repo,
    commit_sha: headSha,
  });
  return pulls.data
    .filter(({ state, head }) => state === 'open' && head.sha === headSha)
    .map(({ number }) => ({ ...place, number }));
}
