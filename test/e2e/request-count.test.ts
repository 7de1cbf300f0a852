import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { doWork } from '../../src/app/work.ts';
import { INJECTION, openPull, reviewOfPull } from '../app/open-pull.ts';
import { productionService } from '../app/production-service.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';

let github: FakeGitHub;

beforeEach(async () => {
  github = await startFakeGitHub();
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

/** One file in thirty is a workflow with a problem, one a manifest; the others are settings. */
function file(index: number, version: number): readonly [path: string, text: string] {
  if (index % 30 === 0)
    return [`.github/workflows/w${index}.yml`, version === 1 ? INJECTION.replace(/\$\{\{.*?\}\}/, 'issue') : INJECTION];
  if (index % 30 === 1) {
    const container = `      containers:\n        - name: a\n          image: a:1.${version}\n`;
    const spec = `spec:\n  template:\n    spec:\n${container}`;
    return [`k8s/d${index}.yaml`, `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: d${index}\n${spec}`];
  }
  return [`settings/${index}.yaml`, `value: ${version}\n`];
}

/** Three agent files that speak, the most that may, and one that does not. */
const agents = Object.fromEntries(
  ['sre', 'mlops', 'platform-cloud', 'writer'].map((name) => [
    `.claude/agents/${name}.md`,
    `---\nname: ${name}\n---\n- Actions are pinned to a commit SHA\n- Secrets are never hardcoded\n- Tests run in CI\n- Pods have probes\n`,
  ]),
);

const files = (count: number, version: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => file(i, version)));

test.each([1, 50, 300, 3000])(
  'a change of %i files takes at most 40 requests, publishing included',
  async (count) => {
    github.state.git.commit('main', { 'README.md': 'hello\n', ...agents, ...files(count, 1) });
    const pull = openPull(github, files(count, 2));
    await doWork(await productionService(github), reviewOfPull(pull), new AbortController().signal);
    const [aggregate] = github.state.checkRuns;
    expect(aggregate?.status).toBe('completed');
    expect(aggregate?.summary).not.toContain('cut short');
    expect(github.state.lineComments.length).toBeGreaterThan(0);
    expect(github.requests.length).toBeLessThanOrEqual(40);
  },
  120_000,
);

test('agent files that were found speak in the check of the whole, and have none of their own', async () => {
  github.state.git.commit('main', { 'README.md': 'hello\n', ...agents, ...files(1, 1) });
  await doWork(
    await productionService(github),
    reviewOfPull(openPull(github, files(1, 2))),
    new AbortController().signal,
  );
  const names = github.state.checkRuns.map(({ name }) => name);
  expect(names.toSorted()).toEqual(['Pipewright', 'Pipewright / DevOps engineer', 'Pipewright / MLOps engineer']);
  const whole = github.state.checkRuns.find(({ name }) => name === 'Pipewright');
  expect(whole?.summary).toContain('Platform cloud');
  expect(whole?.summary).not.toContain('Writer');
});
