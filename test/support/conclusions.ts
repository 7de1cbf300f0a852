import type { FakeGitHub } from './fake-github/start-fake-github.ts';
import type { FakePull } from './fake-github/state.ts';

const CHECKS = ['Pipewright', 'Pipewright / DevOps engineer', 'Pipewright / MLOps engineer'];

/** What is not as it should be in the end, in sentences: checks that are not concluded, reviews lost or made twice. */
export function shortcomings({ state }: FakeGitHub, pulls: readonly FakePull[]): readonly string[] {
  const found: string[] = [];
  for (const { number, headSha } of pulls) {
    const runs = state.checkRuns.filter((run) => run.headSha === headSha);
    for (const name of CHECKS) {
      const newest = runs.findLast((run) => run.name === name);
      if (newest === undefined) found.push(`#${number} has no check ${name}`);
      else if (newest.conclusion === null || newest.conclusion === 'cancelled')
        found.push(`#${number} has a check ${name} that is ${newest.conclusion ?? newest.status}`);
    }
    if (runs.some(({ status }) => status !== 'completed')) found.push(`#${number} has a check left in progress`);
    const reviews = state.reviews.filter(({ pull }) => pull === number).length;
    if (reviews !== 1) found.push(`#${number} has ${reviews} reviews`);
    const summaries = state.issueComments.filter(({ pull }) => pull === number).length;
    if (summaries !== 1) found.push(`#${number} has ${summaries} summaries`);
    const lines = state.lineComments
      .filter(({ pull }) => pull === number)
      .map(({ path, line, body }) => `${path}:${line} ${body}`);
    if (new Set(lines).size !== lines.length) found.push(`#${number} has a comment twice`);
  }
  return found;
}
