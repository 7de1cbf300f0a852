import type { Driver } from './fake-github/driver.ts';
import type { FakeGitHub } from './fake-github/start-fake-github.ts';
import type { FakePull } from './fake-github/state.ts';
import { BROKEN, WORKFLOW_PATH } from './sample-pipeline.ts';

export interface Burst {
  readonly events: number;
  /** Seconds over which they are spread; 0: as fast as they are taken. */
  readonly seconds: number;
  /** Events that may be on their way at the same time. */
  readonly atOnce: number;
}

export interface BurstResult {
  /** Milliseconds until each event was answered, the quickest first. */
  readonly latencies: readonly number[];
  readonly refused: number;
  readonly seconds: number;
}

/** One open pull request in each of so many repositories; each changes one file. */
export function pullsOfRepositories(github: FakeGitHub, count: number): readonly FakePull[] {
  const { git, pulls } = github.state;
  return Array.from({ length: count }, () => {
    const number = pulls.size + 1;
    const branch = `branch-${number}`;
    const headSha = git.commit(branch, { [WORKFLOW_PATH]: `${BROKEN}# ${number}\n` }, { from: 'main' });
    const said = { author: 'ada', title: 'Change the pipeline', body: '', base: 'main' };
    const pull: FakePull = { number, ...said, branch, headSha, draft: false, open: true, fork: false };
    pulls.set(number, pull);
    return pull;
  });
}

/** Sends pushes to these pull requests in turn, each as if its repository were its own. */
export async function burst(people: Driver, pulls: readonly FakePull[], plan: Burst): Promise<BurstResult> {
  const sends = pulls.map((pull) => {
    const name = `churn-${pull.number}`;
    const repository = { name, full_name: `acme/${name}`, owner: { login: 'acme' } };
    const push = { before: '0'.repeat(40), after: pull.headSha };
    return people.prepare(pull, 'synchronize', { repository, ...push });
  });
  const begun = performance.now();
  const latencies: number[] = [];
  let refused = 0;
  let next = 0;
  const sendInTurn = async () => {
    for (let index = next++; index < plan.events; index = next++) {
      const due = begun + (index / plan.events) * plan.seconds * 1000;
      if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      const sent = performance.now();
      if ((await sends[index % sends.length]?.()) !== 200) refused += 1;
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: plan.atOnce }, sendInTurn));
  const seconds = (performance.now() - begun) / 1000;
  return { latencies: latencies.toSorted((a, b) => a - b), refused, seconds };
}

/** The value that a share of the sorted numbers does not exceed. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
