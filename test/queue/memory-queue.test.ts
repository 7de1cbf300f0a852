import { expect, test } from '@jest/globals';
import { memoryQueue } from '../../src/queue/memory-queue.ts';
import { heldQueue, queueContract } from '../support/queue-contract.ts';

queueContract(async (options) => memoryQueue<string>(options), 20);

test('says when closing cuts off work, which nobody else takes over', async () => {
  const { queue, add, says } = heldQueue(memoryQueue<string>({ concurrency: 1, capacity: 10 }));
  await add('a');
  await says('a starts');
  expect(await queue.close(10)).toBe(false);
});
