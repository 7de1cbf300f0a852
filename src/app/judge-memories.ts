import { emptyMemory, type JudgeMemory } from '../judge/memory.ts';

/** Pull requests that are remembered at once. */
const MAX_MEMORIES = 500;

/** The memory of each of the pull requests that were looked at last. */
export function judgeMemories(): (key: string) => JudgeMemory {
  const memories = new Map<string, JudgeMemory>();
  return (key) => {
    const memory = memories.get(key) ?? emptyMemory();
    memories.delete(key);
    memories.set(key, memory);
    const [oldest] = memories.keys();
    if (memories.size > MAX_MEMORIES && oldest !== undefined) memories.delete(oldest);
    return memory;
  };
}
