import { expect, test } from '@jest/globals';
import { type MemoryQueueOptions, memoryQueue } from '../../src/queue/memory-queue.ts';
import type { Queue } from '../../src/types.ts';

/** A queue whose work is a name; it runs until it is let go, and notes what happens to it. */
function heldQueue(options: Partial<MemoryQueueOptions> = {}) {
  const log: string[] = [];
  const held = new Map<string, () => void>();
  const queue: Queue<string> = memoryQueue({ concurrency: 1, capacity: 10, ...options });
  void queue.start(async (name, signal) => {
    log.push(`${name} starts`);
    if (name === 'bad') throw new Error('no');
    await new Promise<void>((resolve) => {
      held.set(name, resolve);
      signal.addEventListener('abort', () => resolve());
    });
    log.push(`${name} ${signal.aborted ? 'aborted' : 'done'}`);
    signal.throwIfAborted();
  });
  const add = (name: string, key = name) => queue.add({ key, work: name });
  const letGo = (name: string) => held.get(name)?.();
  return { queue, log, add, letGo };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('runs as many jobs at once as allowed, the others after them', async () => {
  const { queue, log, add, letGo } = heldQueue({ concurrency: 2 });
  for (const name of ['a', 'b', 'c']) expect(await add(name)).toBe(true);
  await settle();
  expect(log).toEqual(['a starts', 'b starts']);
  letGo('a');
  await settle();
  expect(log).toEqual(['a starts', 'b starts', 'a done', 'c starts']);
  expect(await queue.counts()).toMatchObject({ queued: 0, running: 2, done: 1, failed: 0 });
  letGo('b');
  letGo('c');
  await queue.close();
});

test('does first what came last', async () => {
  const { queue, log, add, letGo } = heldQueue();
  for (const name of ['busy', 'older', 'newer']) await add(name);
  await settle();
  letGo('busy');
  await settle();
  expect(log).toEqual(['busy starts', 'busy done', 'newer starts']);
  letGo('newer');
  await queue.close();
});

test('only waits until it is started, and says since when', async () => {
  const queue: Queue<string> = memoryQueue({ concurrency: 1, capacity: 10 });
  await queue.add({ key: 'a', work: 'a' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { queued, oldest } = await queue.counts();
  expect(queued).toBe(1);
  expect(oldest).toBeGreaterThan(0.01);
});

test('the newest job of a key aborts the running one and starts when that has ended', async () => {
  const { queue, log, add, letGo } = heldQueue({ concurrency: 5 });
  await add('first', 'a');
  await settle();
  await add('second', 'a');
  await settle();
  expect(log).toEqual(['first starts', 'first aborted', 'second starts']);
  letGo('second');
  await queue.close();
  expect(await queue.counts()).toMatchObject({ done: 1, failed: 0 });
});

test('the newest job of a key takes the place of a waiting one, which never runs', async () => {
  const { log, add, letGo } = heldQueue();
  await add('busy');
  await add('old', 'a');
  await add('newest', 'a');
  await settle();
  letGo('busy');
  await settle();
  letGo('newest');
  await settle();
  expect(log).toEqual(['busy starts', 'busy done', 'newest starts', 'newest done']);
});

test('refuses work beyond its capacity, but not a newer job of a waiting key', async () => {
  const { queue, add, letGo } = heldQueue({ capacity: 1 });
  await add('busy');
  await settle();
  expect(await add('a')).toBe(true);
  expect(await add('b')).toBe(false);
  expect(await add('newer', 'a')).toBe(true);
  expect(await queue.has('a')).toBe(true);
  await queue.cancel('a');
  expect(await queue.has('a')).toBe(false);
  letGo('busy');
  await queue.close();
});

test('a job that throws is counted and told, and the next one runs', async () => {
  const told: string[] = [];
  const { queue, log, add, letGo } = heldQueue({ onError: (key) => told.push(key) });
  await add('bad');
  await settle();
  await add('next');
  await settle();
  expect(told).toEqual(['bad']);
  expect(log).toEqual(['bad starts', 'next starts']);
  letGo('next');
  await queue.close();
  expect(await queue.counts()).toMatchObject({ done: 1, failed: 1 });
});

test('closing waits for what runs and refuses what is new', async () => {
  const { queue, log, add, letGo } = heldQueue();
  await add('a');
  await settle();
  await add('b');
  const closed = queue.close();
  expect(await add('c')).toBe(false);
  letGo('a');
  await closed;
  expect(log).toEqual(['a starts', 'a done']);
});
