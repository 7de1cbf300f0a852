import type { GitHubClient } from '../github/client.ts';
import { githubFacts } from '../github/github-facts.ts';
import { githubSource, type SourceTarget } from '../github/github-source.ts';
import { judgeFromEnvironment } from '../judge/judge-from-environment.ts';
import { builtInAgents } from '../local/assets.ts';
import { version } from '../local/version.ts';
import { withShellcheck } from '../local/with-shellcheck.ts';
import { type Ports, run } from '../run.ts';
import type { Sink } from '../types.ts';
import { approvedInReviews } from './approved-in-reviews.ts';
import type { Inputs } from './read-inputs.ts';

/** Reviews by API, never from the workspace: a checkout is shallow, and is the merge commit. */
export async function reviewInWorkflow(
  octokit: GitHubClient,
  target: SourceTarget,
  sink: Sink,
  inputs: Inputs,
): ReturnType<typeof run> {
  const env = { ...process.env, ANTHROPIC_API_KEY: inputs.anthropicApiKey ?? process.env.ANTHROPIC_API_KEY };
  const ports: Ports = {
    source: {
      ...githubSource(octokit, target),
      waivers: (approvers) => approvedInReviews(octokit, target, approvers, new Date()),
    },
    facts: withShellcheck(githubFacts(octokit)),
    agentFiles: await builtInAgents(),
    sink,
    judge: async (policy, change) => judgeFromEnvironment(env, policy, change),
  };
  return await run(ports, {
    now: new Date(),
    version: await version(),
    onlyTighten: true,
    ...(inputs.mode ? { mode: inputs.mode } : {}),
    ...(inputs.strictness ? { strictness: inputs.strictness } : {}),
    ...(inputs.persona ? { personas: [inputs.persona] } : {}),
  });
}
