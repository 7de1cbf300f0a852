import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type PostgresQueueOptions, postgresQueue } from '../../src/queue/postgres-queue.ts';
import type { Queue } from '../../src/types.ts';
import { hasPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { heldQueue, queueContract } from '../support/queue-contract.ts';
import { until } from '../support/start-app.ts';

let postgres: Postgres;

const there = hasPostgres() ? describe : describe.skip;

there('the queue in PostgreSQL', () => {
  beforeAll(async () => {
    postgres = await startPostgres();
  });

  afterAll(() => postgres.remove());

  describe('promises what every queue does:', () => {
    queueContract((options) => opened({ url: postgres.newDatabase(), ...options }), 700);
  });

  describe('with several processes', () => {
    async function two(options: Partial<PostgresQueueOptions> = {}) {
      const url = postgres.newDatabase();
      // Both make the tables at the same moment.
      const queues = await Promise.all([opened({ url, ...options }), opened({ url, ...options })]);
      const [first, second] = queues.map(heldQueue);
      if (first === undefined || second === undefined) throw new Error('two');
      return { url, first, second };
    }

    test('one takes what the other was given', async () => {
      const { first, second } = await two();
      await first.add('a');
      await first.says('a starts');
      await first.add('b');
      await second.says('b starts');
      await Promise.all([first.queue.close(0), second.queue.close(0)]);
    });

    test('a newer job of a key aborts the one that runs elsewhere, and runs after it', async () => {
      const { first, second } = await two();
      await first.add('old', 'a');
      await first.says('old starts');
      await second.add('new', 'a');
      await Promise.race([first.says('new starts'), second.says('new starts')]);
      expect(first.log.slice(0, 2)).toEqual(['old starts', 'old aborted']);
      await Promise.all([first.queue.close(0), second.queue.close(0)]);
    });

    test('two jobs of one key never run at the same time, however often it is pushed to', async () => {
      const url = postgres.newDatabase();
      const queues = await Promise.all([1, 2, 3].map(() => opened({ url, concurrency: 4 })));
      const active = new Map<string, number>();
      let most = 0;
      let last = '';
      for (const queue of queues) {
        await queue.start(async (work) => {
          const key = work.split(' ')[0] ?? '';
          active.set(key, (active.get(key) ?? 0) + 1);
          most = Math.max(most, active.get(key) ?? 0);
          await new Promise((resolve) => setTimeout(resolve, 20));
          active.set(key, (active.get(key) ?? 0) - 1);
          if (key === 'k0') last = work;
        });
      }
      const adds = Array.from({ length: 240 }, (_, index) => async () => {
        const key = `k${index % 8}`;
        expect(await queues[index % 3]?.add({ key, work: `${key} ${index}` })).toBe(true);
      });
      for (let start = 0; start < adds.length; start += 6) {
        await Promise.all(adds.slice(start, start + 6).map((add) => add()));
      }
      const idle = async () => {
        const counts = await Promise.all(queues.map((queue) => queue.counts()));
        return counts.every(({ queued, running }) => queued + running === 0);
      };
      await until(idle, () => 'It does not become idle.');
      expect(most).toBe(1);
      expect(last).toBe('k0 232');
      await Promise.all(queues.map((queue) => queue.close(0)));
    });

    test('what does not end within the grace period is taken by the other at once', async () => {
      const { first, second } = await two();
      await first.add('long');
      await first.says('long starts');
      expect(await first.queue.close(200)).toBe(true);
      const closed = Date.now();
      await second.says('long starts');
      expect(Date.now() - closed).toBeLessThan(2000);
      await second.queue.close(0);
    });

    test('one leads; when it closes, another does', async () => {
      const { first, second } = await two();
      const [leader, other] = first.queue.leads() ? [first, second] : [second, first];
      expect(other.queue.leads()).toBe(false);
      await leader.queue.close(0);
      await until(
        () => other.queue.leads(),
        () => 'Nobody leads.',
      );
      await other.queue.close(0);
    });
  });

  test('a database that is away is noticed, nothing is taken meanwhile, and it goes on by itself', async () => {
    const said: string[] = [];
    const own = await startPostgres();
    const url = own.newDatabase();
    const onReach = (reached: boolean, reason = '') => said.push(`${reached} ${reason}`);
    const { queue, add, log, says } = heldQueue(await opened({ url, onReach }));
    await add('busy');
    await says('busy starts');
    await add('waits');

    await own.crash();
    await until(
      () => !queue.ready(),
      () => 'It does not notice.',
    );
    expect(await add('lost')).toBe(false);
    expect(queue.leads()).toBe(false);

    await own.start();
    await until(
      () => queue.ready(),
      () => 'It does not come back.',
    );
    expect(await add('next')).toBe(true);
    expect(log).toEqual(['busy starts']);
    expect(await queue.counts()).toMatchObject({ queued: 2, running: 1 });
    expect(said.map((line) => line.split(' ')[0])).toEqual(['true', 'false', 'true']);
    expect(said.join('\n')).not.toMatch(/s3cret|postgres:/);
    await queue.close(0);
    await own.remove();
  });

  test('a database that is not there at the start is waited for', async () => {
    const own = await startPostgres();
    const url = own.newDatabase();
    await own.crash();
    const queue = postgresQueue<string>({ url, concurrency: 1, capacity: 10, lease: 60 });
    expect(await queue.add({ key: 'a', work: 'a' })).toBe(false);
    expect(queue.ready()).toBe(false);
    await own.start();
    await until(
      () => queue.ready(),
      () => 'It does not come.',
    );
    expect(await queue.add({ key: 'a', work: 'a' })).toBe(true);
    await queue.close(0);
    await own.remove();
  });
});

async function opened(
  options: Partial<PostgresQueueOptions> & Pick<PostgresQueueOptions, 'url'>,
): Promise<Queue<string>> {
  const queue = postgresQueue<string>({ concurrency: 1, capacity: 1000, lease: 60, ...options });
  await until(
    () => queue.ready(),
    () => 'The queue does not become ready.',
  );
  return queue;
}
