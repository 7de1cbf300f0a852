import { expect, test } from '@jest/globals';
import type { Queue } from '../../src/types.ts';

export interface QueueUnderTest {
  readonly concurrency?: number;
  readonly capacity?: number;
  readonly onError?: (key: string, error: unknown) => void;
}

type Make = (options: Required<QueueUnderTest>) => Promise<Queue<string>>;

/** What every queue promises, whatever keeps its jobs. `quiet`: milliseconds after which nothing more happens. */
export function queueContract(make: Make, quiet: number): void {
  const made = (options: QueueUnderTest = {}) => make({ concurrency: 1, capacity: 10, onError: () => {}, ...options });
  const held = async (options: QueueUnderTest = {}) => heldQueue(await made(options));
  const settle = () => new Promise((resolve) => setTimeout(resolve, quiet));

  test('runs as many jobs at once as allowed, the others after them', async () => {
    const { queue, log, add, letGo, says } = await held({ concurrency: 2 });
    for (const name of ['a', 'b', 'c']) expect(await add(name)).toBe(true);
    await says('b starts');
    await settle();
    expect(log).toEqual(['a starts', 'b starts']);
    letGo('a');
    await says('c starts');
    expect(log).toEqual(['a starts', 'b starts', 'a done', 'c starts']);
    expect(await queue.counts()).toMatchObject({ queued: 0, running: 2, done: 1, failed: 0 });
    letGo('b');
    letGo('c');
    expect(await queue.close(5000)).toBe(true);
  });

  test('does first what came last', async () => {
    const { queue, log, add, letGo, says } = await held();
    await add('busy');
    await says('busy starts');
    for (const name of ['older', 'newer']) await add(name);
    letGo('busy');
    await says('newer starts');
    expect(log).toEqual(['busy starts', 'busy done', 'newer starts']);
    letGo('newer');
    await queue.close(5000);
  });

  test('only waits until it is started, and says since when', async () => {
    const queue = await made();
    await queue.add({ key: 'a', work: 'a' });
    await settle();
    const { queued, running, oldest } = await queue.counts();
    expect([queued, running]).toEqual([1, 0]);
    expect(oldest).toBeGreaterThan(quiet / 2000);
    await queue.close(5000);
  });

  test('the newest job of a key aborts the running one and starts when that has ended', async () => {
    const { queue, log, add, letGo, says } = await held({ concurrency: 5 });
    await add('first', 'a');
    await says('first starts');
    await add('second', 'a');
    await says('second starts');
    expect(log).toEqual(['first starts', 'first aborted', 'second starts']);
    letGo('second');
    await queue.close(5000);
    expect(log.at(-1)).toBe('second done');
  });

  test('the newest job of a key takes the place of a waiting one, which never runs', async () => {
    const { queue, log, add, letGo, says } = await held();
    await add('busy');
    await says('busy starts');
    await add('old', 'a');
    await add('newest', 'a');
    expect(await queue.counts()).toMatchObject({ queued: 1 });
    letGo('busy');
    await says('newest starts');
    letGo('newest');
    await settle();
    expect(log).toEqual(['busy starts', 'busy done', 'newest starts', 'newest done']);
    await queue.close(5000);
  });

  test('refuses work beyond its capacity, but not a newer job of a waiting key', async () => {
    const { queue, add, letGo, says } = await held({ capacity: 1 });
    await add('busy');
    await says('busy starts');
    expect(await add('a')).toBe(true);
    expect(await add('b')).toBe(false);
    expect(await add('newer', 'a')).toBe(true);
    expect(await queue.has('a')).toBe(true);
    await queue.cancel('a');
    expect(await queue.has('a')).toBe(false);
    letGo('busy');
    await queue.close(5000);
  });

  test('a running job whose key is cancelled is aborted, and nothing follows', async () => {
    const { queue, log, add, says } = await held();
    await add('a');
    await says('a starts');
    await queue.cancel('a');
    await says('a aborted');
    await settle();
    expect(log).toEqual(['a starts', 'a aborted']);
    expect(await queue.has('a')).toBe(false);
    await queue.close(5000);
  });

  test('a job that throws is counted and told, and the next one runs', async () => {
    const told: string[] = [];
    const { queue, log, add, letGo, says } = await held({ onError: (key) => told.push(key) });
    await add('bad');
    await says('bad starts');
    await add('next');
    await says('next starts');
    expect(told).toEqual(['bad']);
    expect(log).toEqual(['bad starts', 'next starts']);
    letGo('next');
    await says('next done');
    await settle();
    expect(await queue.counts()).toMatchObject({ queued: 0, running: 0, done: 1, failed: 1 });
    await queue.close(5000);
  });

  test('closing waits for what runs and refuses what is new', async () => {
    const { queue, log, add, letGo, says } = await held();
    await add('a');
    await says('a starts');
    const closed = queue.close(5000);
    expect(queue.ready()).toBe(false);
    expect(await add('c')).toBe(false);
    letGo('a');
    expect(await closed).toBe(true);
    expect(log).toEqual(['a starts', 'a done']);
  });

  test('closing does not wait for ever', async () => {
    const { queue, add, says } = await held();
    await add('a');
    await says('a starts');
    const begun = Date.now();
    await queue.close(100);
    expect(Date.now() - begun).toBeLessThan(2000);
  });

  test('of one process, that process leads', async () => {
    const queue = await made();
    expect(queue.ready()).toBe(true);
    expect(queue.leads()).toBe(true);
    await queue.close(5000);
  });
}

/** A queue whose work is a name; it runs until it is let go, and notes what happens to it. */
export function heldQueue(queue: Queue<string>) {
  const log: string[] = [];
  const held = new Map<string, () => void>();
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
  return {
    queue,
    log,
    add: (name: string, key = name) => queue.add({ key, work: name }),
    letGo: (name: string) => held.get(name)?.(),
    /** Waits until the log has a line. */
    async says(line: string) {
      const deadline = Date.now() + 10_000;
      while (!log.includes(line)) {
        if (Date.now() > deadline) throw new Error(`Nobody said "${line}", only: ${log.join(', ')}`);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
  };
}
