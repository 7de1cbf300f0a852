import { commandWaivers } from '../github/approvals/command-waivers.ts';
import { pinnedClient } from '../github/client.ts';
import { type GitHubSource, githubSource } from '../github/github-source.ts';
import { pullsOfCommit } from '../github/reading/pulls-of-commit.ts';
import { failureReason } from '../github/requests/failure-reason.ts';
import type { RequestBudget } from '../github/requests/request-budget.ts';
import type { AcceptedHere } from '../types.ts';
import { type ReviewTarget, sourceTarget } from './review-target.ts';
import type { Service } from './service.ts';

/**
 * Reads a target, and what was accepted on it. A merge group has no comments of its own: what was accepted on its pull
 * request holds for it too.
 */
export async function appSource(service: Service, target: ReviewTarget, budget?: RequestBudget): Promise<GitHubSource> {
  const octokit = await service.clients.read(target);
  const source = githubSource(octokit, sourceTarget(target), budget);
  const { owner, repo } = target;

  async function acceptedOn(number: number, approvers: readonly string[]): Promise<AcceptedHere> {
    const scope = { key: service.markerKey, repository: `${owner}/${repo}`, number };
    const members = () => service.clients.members(target.installation);
    const at = { client: pinnedClient(octokit), owner, repo, number, login: await service.login(), scope, members };
    return await commandWaivers(at, approvers, new Date());
  }

  return {
    ...source,
    async waivers(approvers) {
      if ('number' in target) return await acceptedOn(target.number, approvers);
      try {
        const pulls = await pullsOfCommit(octokit, target, target.headSha);
        const accepted = await Promise.all(pulls.map((number) => acceptedOn(number, approvers)));
        return {
          waivers: accepted.flatMap(({ waivers }) => waivers),
          problems: accepted.flatMap(({ problems }) => problems),
        };
      } catch (error) {
        const problem = `What was accepted on the pull requests of this merge group does not hold: ${failureReason(error)}.`;
        return { waivers: [], problems: [problem] };
      }
    },
  };
}
