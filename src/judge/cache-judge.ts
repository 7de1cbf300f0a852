import { createHash } from 'node:crypto';
import type { Judge, JudgeResult } from '../types.ts';
import { buildPrompt } from './build-prompt.ts';

/** Where clean results are kept. A `Map` will do; what is in it can be thrown away at any time. */
export interface ResultStore {
  get(key: string): JudgeResult | undefined;
  set(key: string, result: JudgeResult): unknown;
}

/** A judge that asks the same question of the same model once: a kept answer costs no tokens. */
export function cacheJudge(judge: Judge, model: string, store: ResultStore): Judge {
  return {
    async ask(request) {
      const key = createHash('sha256')
        .update(JSON.stringify([model, buildPrompt(request)]))
        .digest('hex');
      const kept = store.get(key);
      if (kept !== undefined) {
        return { ...kept, inputTokens: 0, outputTokens: 0 };
      }
      const result = await judge.ask(request);
      if (result.state === 'ran') {
        store.set(key, result);
      }
      return result;
    },
  };
}
