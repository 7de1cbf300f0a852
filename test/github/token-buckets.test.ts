import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type Limiter, tokenBuckets } from '../../src/github/requests/token-buckets.ts';

let done: string[];

beforeEach(() => {
  jest.useFakeTimers();
  done = [];
});

afterEach(() => {
  jest.useRealTimers();
});

function ask(limiter: Limiter, id: string, count: number, weight = 1): void {
  const work = () => Promise.resolve(void done.push(id));
  for (let time = 0; time < count; time += 1) void limiter.key(id).schedule({ weight }, work);
}

test('a burst goes at once, the rest as the seconds pass, and quiet makes room for a burst again', async () => {
  const limiter = tokenBuckets([{ burst: 3, perSecond: 1 }]);
  ask(limiter, 'a', 5);
  await jest.advanceTimersByTimeAsync(0);
  expect(done).toHaveLength(3);
  await jest.advanceTimersByTimeAsync(1000);
  expect(done).toHaveLength(4);
  await jest.advanceTimersByTimeAsync(1000);
  expect(done).toHaveLength(5);
  await jest.advanceTimersByTimeAsync(60_000);
  ask(limiter, 'a', 4);
  await jest.advanceTimersByTimeAsync(0);
  expect(done).toHaveLength(8);
});

test('installations do not wait for each other, and a repetition costs nothing', async () => {
  const limiter = tokenBuckets([{ burst: 1, perSecond: 1 }]);
  ask(limiter, 'a', 2);
  ask(limiter, 'b', 1);
  ask(limiter, 'b', 3, 0);
  await jest.advanceTimersByTimeAsync(0);
  expect(done.toSorted()).toEqual(['a', 'b', 'b', 'b', 'b']);
});

test('of several limits the strictest holds', async () => {
  const limiter = tokenBuckets([
    { burst: 3, perSecond: 3 },
    { burst: 5, perSecond: 1 },
  ]);
  ask(limiter, 'a', 9);
  await jest.advanceTimersByTimeAsync(0);
  expect(done).toHaveLength(3);
  await jest.advanceTimersByTimeAsync(1000);
  expect(done).toHaveLength(6);
  await jest.advanceTimersByTimeAsync(1000);
  expect(done).toHaveLength(7);
});
