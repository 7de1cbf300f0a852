import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { enqueueUnchecked } from '../../src/app/enqueue-unchecked.ts';
import { startReconciler } from '../../src/app/reconcile.ts';
import { lostDeliveries, redeliverFailures } from '../../src/app/redeliver-failures.ts';
import { reviewJob } from '../../src/app/work.ts';
import { concludeAll, startChecks } from '../../src/github/checks/checks.ts';
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
    expect(await enqueueUnchecked(service, new Set())).toBe(2);
    const waits = [1, 2, 3].map((number) => service.queue.has(`pull/acme/churn#${number}`));
    expect(await Promise.all(waits)).toEqual([false, true, true]);
  });

  test('that are being reviewed already are left alone', async () => {
    const service = serviceFor(github);
    const headSha = openPull(1);
    await service.queue.add(reviewJob({ installation: 42, owner: 'acme', repo: 'churn', headSha, number: 1 }));
    expect(await enqueueUnchecked(service, new Set())).toBe(0);
  });
});

describe('what counts as concluded', () => {
  const commit = { owner: 'acme', repo: 'churn' };
  const fine = { conclusion: 'success', title: 'Fine', summary: 'Fine' } as const;

  async function found(service = serviceFor(github)) {
    return await enqueueUnchecked(service, new Set());
  }

  test('a check that was cancelled does not: its successor was lost', async () => {
    const client = await serviceFor(github).clients.survey(1);
    const checks = await startChecks(client, { ...commit, headSha: openPull(1), subject: 'pull/1' }, []);
    await concludeAll(client, checks, { ...fine, conclusion: 'cancelled' });
    expect(await found()).toBe(1);
  });

  test('a check of another pull request with the same head does not', async () => {
    const client = await serviceFor(github).clients.survey(1);
    const checks = await startChecks(client, { ...commit, headSha: openPull(1), subject: 'pull/12' }, []);
    await concludeAll(client, checks, fine);
    expect(await found()).toBe(1);
  });

  test('a re-run that was left in progress does not, whatever came before', async () => {
    const client = await serviceFor(github).clients.survey(1);
    const place = { ...commit, headSha: openPull(1), subject: 'pull/1' };
    await concludeAll(client, await startChecks(client, place, []), fine);
    await startChecks(client, place, []);
    expect(await found()).toBe(1);
  });

  test('a head that was concluded once is not asked for again', async () => {
    const service = serviceFor(github);
    const client = await service.clients.survey(1);
    const checks = await startChecks(client, { ...commit, headSha: openPull(1), subject: 'pull/1' }, []);
    await concludeAll(client, checks, fine);
    const concluded = new Set<string>();
    await enqueueUnchecked(service, concluded);
    const before = github.requests.length;
    await enqueueUnchecked(service, concluded);
    expect(github.requests.slice(before).filter((route) => route.endsWith('/check-runs'))).toEqual([]);
  });
});

describe('merge groups', () => {
  test('without a concluded check are enqueued with the commit they start from', async () => {
    const service = serviceFor(github);
    const head = openPull(1);
    const base = github.state.git.resolve('main');
    const sha = github.state.git.commit(`gh-readonly-queue/main/pr-1-${base}`, {}, { from: head });
    const added: unknown[] = [];
    await enqueueUnchecked(
      { ...service, queue: { ...service.queue, add: async (job) => added.push(job.work) > 0 } },
      new Set(),
    );
    expect(added).toContainEqual({
      do: 'review',
      target: { installation: 42, owner: 'acme', repo: 'churn', headSha: sha, baseSha: base },
    });
  });

  test('whose branch names no commit start from the base branch', async () => {
    const service = serviceFor(github);
    const sha = github.state.git.commit('gh-readonly-queue/main/pr-1', {}, { from: openPull(1) });
    const added: unknown[] = [];
    await enqueueUnchecked(
      { ...service, queue: { ...service.queue, add: async (job) => added.push(job.work) > 0 } },
      new Set(),
    );
    const baseSha = github.state.git.resolve('main');
    expect(added).toContainEqual({ do: 'review', target: expect.objectContaining({ headSha: sha, baseSha }) });
  });
});

test('only the process that leads looks around, as soon as it does', async () => {
  const service = serviceFor(github);
  let leads = false;
  openPull(1);
  const reconciler = startReconciler({ ...service, queue: { ...service.queue, leads: () => leads } });
  await new Promise((resolve) => setTimeout(resolve, 1200));
  const before = [...github.requests];
  leads = true;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  reconciler.stop();
  expect(before).toEqual([]);
  expect(await service.queue.has('pull/acme/churn#1')).toBe(true);
});

test('the newest pull request is enqueued last, so that it is reviewed first', async () => {
  const service = serviceFor(github);
  for (const number of [1, 2, 3]) openPull(number);
  const added: string[] = [];
  await enqueueUnchecked(
    { ...service, queue: { ...service.queue, add: async (job) => added.push(job.key) > 0 } },
    new Set(),
  );
  expect(added.map((key) => key.split('#')[1])).toEqual(['1', '2', '3']);
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
