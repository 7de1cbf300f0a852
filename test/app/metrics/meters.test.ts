import { expect, jest, test } from '@jest/globals';
import { measuredRun } from '../../../src/app/metrics/measured-run.ts';
import { createMeters } from '../../../src/app/metrics/meters.ts';
import { ROUTE_CLASSES, routeClass } from '../../../src/app/metrics/route-class.ts';
import { stopwatch } from '../../../src/app/metrics/stopwatch.ts';
import type { Ports, Run } from '../../../src/run.ts';

const NO_JOBS = { queued: 0, running: 0, done: 0, failed: 0, oldest: 0 };

function metric(page: string, name: string): number {
  const line = page.split('\n').find((one) => one.startsWith(`${name} `)) ?? '';
  return Number(line.slice(name.length));
}

/** A run that touches every port once; each takes its time. */
function slowPorts(): Ports {
  const after = <Value>(ms: number, value: Value) =>
    new Promise<Value>((resolve) => setTimeout(() => resolve(value), ms));
  return {
    source: { change: () => after(30, {}), tree: () => after(30, new Set()), read: () => after(30, new Map()) },
    facts: { answer: () => after(30, []) },
    sink: { publish: () => after(20, { failures: ['posting the review: GitHub answered 502'] }) },
    judge: async () => ({ ask: () => after(10, { state: 'ran', inputTokens: 1200, outputTokens: 90 }) }),
    agentFiles: [],
  } as unknown as Ports;
}

const everything: Run = async ({ source, facts, sink, judge }) => {
  await source.change();
  // Two at the same time: what they share is waited for once.
  await Promise.all([source.tree('head'), source.read('head', [])]);
  await facts.answer([]);
  const chosen = await judge?.({} as never, {} as never);
  if (chosen !== undefined && 'ask' in chosen) await chosen.ask({} as never);
  const review = { conclusion: 'neutral' } as never;
  return { review, receipt: await sink.publish(review) };
};

test('a review tells how long it read, computed, asked and published, and what the model cost', async () => {
  const meters = createMeters();
  await measuredRun(everything, meters)(slowPorts(), { now: new Date() });
  const page = meters.text(NO_JOBS);
  const sum = (stage: string) => metric(page, `pipewright_review_seconds_sum{stage="${stage}"}`);
  for (const stage of ['read', 'compute', 'judge', 'publish']) {
    expect(metric(page, `pipewright_review_seconds_count{stage="${stage}"}`)).toBe(1);
  }
  // Timers never fire much too early, but as late as the machine is busy.
  expect(sum('read')).toBeGreaterThan(0.08);
  expect(sum('judge')).toBeGreaterThan(0.005);
  expect(sum('publish')).toBeGreaterThan(0.015);
  expect(metric(page, 'pipewright_reviews_total{conclusion="neutral"}')).toBe(1);
  expect(metric(page, 'pipewright_model_tokens_total{direction="input"}')).toBe(1200);
  expect(metric(page, 'pipewright_model_tokens_total{direction="output"}')).toBe(90);
  expect(metric(page, 'pipewright_failures_total{kind="partly_published"}')).toBe(1);
});

test('of two reads at the same time, what they share counts once', async () => {
  jest.useFakeTimers();
  const { during, seconds } = stopwatch();
  const read = (ms: number) => during(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const reads = [read(30), read(30), read(50)];
  await jest.advanceTimersByTimeAsync(50);
  await Promise.all(reads);
  expect(seconds()).toBeCloseTo(0.05);
  jest.useRealTimers();
});

test('more than fifty installations share a line', () => {
  const meters = createMeters();
  for (let installation = 1; installation <= 60; installation += 1) {
    meters.call({ method: 'GET', route: 'pulls', status: 200, installation, remaining: installation });
  }
  const lines = meters.text(NO_JOBS).match(/^pipewright_github_rate_limit_remaining\{.*$/gm);
  expect(lines).toHaveLength(51);
  expect(lines?.at(-1)).toBe('pipewright_github_rate_limit_remaining{installation="other",resource="core"} 60');
});

test('the queue stands first', () => {
  const page = createMeters().text({ queued: 3, running: 2, done: 5, failed: 1, oldest: 12.5 });
  expect(metric(page, 'pipewright_jobs_queued')).toBe(3);
  expect(metric(page, 'pipewright_jobs_oldest_seconds')).toBe(12.5);
});

test.each([
  ['https://api.github.com/repos/acme/churn/pulls/7/files?per_page=100', 'files'],
  ['https://api.github.com/repos/acme/pulls/pulls/7', 'pulls'],
  ['https://git.example.org/api/v3/repos/acme/churn/git/blobs/0123', 'blobs'],
  ['https://api.github.com/repos/acme/churn/commits/0123/check-runs', 'checks'],
  ['https://api.github.com/app/installations/42/access_tokens', 'token'],
  ['https://git.example.org/api/graphql', 'graphql'],
  ['https://api.github.com/repos/acme/churn/nothing-we-know', 'other'],
])('%s is of the class %s', (url, expected) => {
  expect(routeClass(url)).toBe(expected);
  expect([...ROUTE_CLASSES, 'other']).toContain(expected);
});
