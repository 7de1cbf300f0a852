import { AGGREGATE_CHECK } from '../github/checks/checks.ts';
import type { GitHubClient } from '../github/client.ts';
import { type ReviewTarget, targetOfExternalId } from './review-target.ts';
import type { Service } from './service.ts';
import type { Place } from './work.ts';

/**
 * What stood on a commit and is to be reviewed again. The event's own list of pull requests is empty for forks, so our
 * check runs' external ids are asked first, then GitHub.
 */
export async function rerun(service: Service, place: Place, externalId?: string): Promise<readonly ReviewTarget[]> {
  const octokit = await service.clients.survey(place.installation);
  return await targetsOf(octokit, await service.appId(), place, externalId);
}

async function targetsOf(
  octokit: GitHubClient,
  appId: number,
  place: Place,
  externalId: string | undefined,
): Promise<readonly ReviewTarget[]> {
  const named = targetOfExternalId(place, externalId);
  if (named !== undefined) return [named];
  const { owner, repo, headSha } = place;
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
  const { data } = await octokit.request(route, {
    owner,
    repo,
    ref: headSha,
    check_name: AGGREGATE_CHECK,
    app_id: appId,
  });
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
