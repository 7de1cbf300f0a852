import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { enqueueUncheckedPulls } from '../../src/app/enqueue-unchecked-pulls.ts';
import { lostDeliveries, redeliverFailures } from '../../src/app/redeliver-failures.ts';
import { reviewJob } from '../../src/app/work.ts';
import { concludeAll, startChecks } from '../../src/github/checks.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { serviceFor } from './service-fixture.ts';

let github: FakeGitHub;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', { 'README.md': 'hello\n' });
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

function openPull(number: number): string {
  const branch = `b${number}`;
  const headSha = github.state.git.commit(branch, { 'a.txt': branch }, { from: 'main' });
  const pull = { number, author: 'ada', title: 'T', body: '', base: 'main', branch, headSha };
  github.state.pulls.set(number, { ...pull, draft: false, open: true, fork: false });
  return headSha;
}

describe('open pull requests', () => {
  test('without a concluded check of ours are enqueued, the others are not', async () => {
    const service = serviceFor(github);
    const [concluded, inProgress] = [openPull(1), openPull(2)];
    openPull(3);
    const commit = { owner: 'acme', repo: 'churn' };
    const client = await service.clients.survey(1);
    const checks = await startChecks(client, { ...commit, headSha: concluded, subject: 'pull/1' }, []);
    await concludeAll(client, checks, { conclusion: 'success', title: 'Fine', summary: 'Fine' });
    await startChecks(client, { ...commit, headSha: inProgress, subject: 'pull/2' }, []);
    expect(await enqueueUncheckedPulls(service)).toBe(2);
    const waits = [1, 2, 3].map((number) => service.queue.has(`pull/acme/churn#${number}`));
    expect(await Promise.all(waits)).toEqual([false, true, true]);
  });

  test('that are being reviewed already are left alone', async () => {
    const service = serviceFor(github);
    const headSha = openPull(1);
    await service.queue.add(reviewJob({ installation: 42, owner: 'acme', repo: 'churn', headSha, number: 1 }));
    expect(await enqueueUncheckedPulls(service)).toBe(0);
  });
});

describe('failed deliveries', () => {
  const at = new Date().toISOString();

  test('are asked for again, unless they are too old', async () => {
    const asked: number[] = [];
    github.onRedelivery((id) => asked.push(id));
    const known = { event: 'push', payload: {}, redelivery: false };
    github.state.deliveries.push(
      { ...known, id: 1, guid: 'old', deliveredAt: '2020-01-01T00:00:00Z', statusCode: 502 },
      { ...known, id: 2, guid: 'lost', deliveredAt: at, statusCode: 502 },
      { ...known, id: 3, guid: 'fine', deliveredAt: at, statusCode: 200 },
    );
    expect(await redeliverFailures(serviceFor(github))).toBe(1);
    expect(asked).toEqual([2]);
  });

  test('that came through later, or keep failing, are not', () => {
    const delivery = (id: number, guid: string, status: number) => ({
      id,
      guid,
      delivered_at: at,
      status_code: status,
    });
    const lost = lostDeliveries([
      delivery(1, 'later', 500),
      delivery(2, 'later', 200),
      ...[3, 4, 5].map((id) => delivery(id, 'never', 500)),
      delivery(7, 'twice', 500),
      delivery(6, 'twice', 0),
    ]);
    expect(lost.map(({ id }) => id)).toEqual([6]);
  });
});
