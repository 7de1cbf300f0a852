import { expect, test } from '@jest/globals';
import { memoryQueue } from '../../src/queue/memory-queue.ts';
import type { Job } from '../../src/types.ts';

/** A job that runs until it is let go, and notes what happens to it. */
function heldJob(key: string, log: string[], name = key) {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const job: Job = {
    key,
    async run(signal) {
      log.push(`${name} starts`);
      await Promise.race([held, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
      log.push(`${name} ${signal.aborted ? 'aborted' : 'done'}`);
      signal.throwIfAborted();
    },
  };
  return { job, letGo };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('runs as many jobs at once as allowed, the others after them', async () => {
  const log: string[] = [];
  const queue = memoryQueue({ concurrency: 2, capacity: 10 });
  const [a, b, c] = [heldJob('a', log), heldJob('b', log), heldJob('c', log)];
  for (const { job } of [a, b, c]) expect(queue.add(job)).toBe(true);
  await settle();
  expect(log).toEqual(['a starts', 'b starts']);
  a.letGo();
  await settle();
  expect(log).toEqual(['a starts', 'b starts', 'a done', 'c starts']);
  expect(queue.counts()).toEqual({ queued: 0, running: 2, done: 1, failed: 0 });
  b.letGo();
  c.letGo();
  await queue.close();
});

test('the newest job of a key aborts the running one and starts when that has ended', async () => {
  const log: string[] = [];
  const queue = memoryQueue({ concurrency: 5, capacity: 10 });
  const [first, second] = [heldJob('a', log, 'first'), heldJob('a', log, 'second')];
  queue.add(first.job);
  await settle();
  queue.add(second.job);
  await settle();
  expect(log).toEqual(['first starts', 'first aborted', 'second starts']);
  second.letGo();
  await queue.close();
  expect(queue.counts()).toMatchObject({ done: 1, failed: 0 });
});

test('the newest job of a key takes the place of a waiting one, which never runs', async () => {
  const log: string[] = [];
  const queue = memoryQueue({ concurrency: 1, capacity: 10 });
  const [busy, old, newest] = [heldJob('x', log), heldJob('a', log, 'old'), heldJob('a', log, 'newest')];
  for (const { job } of [busy, old, newest]) queue.add(job);
  newest.letGo();
  busy.letGo();
  await settle();
  await settle();
  expect(log).toEqual(['x starts', 'x done', 'newest starts', 'newest done']);
});

test('refuses work beyond its capacity, but not a newer job of a waiting key', async () => {
  const log: string[] = [];
  const queue = memoryQueue({ concurrency: 1, capacity: 1 });
  const [busy, waiting] = [heldJob('x', log), heldJob('a', log)];
  queue.add(busy.job);
  expect(queue.add(waiting.job)).toBe(true);
  expect(queue.add(heldJob('b', log).job)).toBe(false);
  expect(queue.add(waiting.job)).toBe(true);
  expect(queue.has('a')).toBe(true);
  queue.cancel('a');
  expect(queue.has('a')).toBe(false);
  busy.letGo();
  await queue.close();
});

test('a job that throws is counted and told, and the next one runs', async () => {
  const told: string[] = [];
  const queue = memoryQueue({ concurrency: 1, capacity: 10, onError: (key) => told.push(key) });
  const log: string[] = [];
  const next = heldJob('next', log);
  queue.add({ key: 'bad', run: () => Promise.reject(new Error('no')) });
  queue.add(next.job);
  await settle();
  expect(told).toEqual(['bad']);
  expect(log).toEqual(['next starts']);
  next.letGo();
  await queue.close();
  expect(queue.counts()).toMatchObject({ done: 1, failed: 1 });
});

test('closing waits for what runs and refuses what is new', async () => {
  const log: string[] = [];
  const queue = memoryQueue({ concurrency: 1, capacity: 10 });
  const [running, waiting] = [heldJob('a', log), heldJob('b', log)];
  queue.add(running.job);
  queue.add(waiting.job);
  await settle();
  const closed = queue.close();
  expect(queue.add(heldJob('c', log).job)).toBe(false);
  running.letGo();
  await closed;
  expect(log).toEqual(['a starts', 'a done']);
});
