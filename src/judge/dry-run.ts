import * as z from 'zod';
import type { Judge } from '../types.ts';
import { type AskOptions, estimateTokens } from './ask-model.ts';
import { count } from './count.ts';
import { modelJudge } from './model-judge.ts';
import type { Provider, Question } from './providers/provider.ts';
import { NO_TOKENS } from './spending.ts';

/** A judge who asks nobody, and what it would have sent. */
export interface DryRun {
  readonly judge: Judge;
  /** Every request word for word with its tokens, and the sum of them. */
  printed(): readonly string[];
}

/**
 * Goes the way of a real question up to the sending. Tokens are estimated, for the call that counts them gets the text, and
 * of a dry run nothing leaves the machine.
 */
export function dryRun(options: Omit<AskOptions, 'provider' | 'memory'>): DryRun {
  const requests: string[] = [];
  let total = 0;
  const provider: Provider = {
    name: 'nobody',
    check: async () => ({ state: 'ready', detail: 'nobody is asked' }),
    probe: async () => ({ state: 'ready' }),
    count: async () => undefined,
    send: async (model, question, maxOutput) => {
      const reading = estimateTokens(question);
      total += reading;
      const title = `request ${requests.length + 1} to ${model}: ${reading} tokens to read (estimated from its length), at most ${maxOutput} to answer`;
      requests.push(requestText(title, question));
      return { text: '', stop: 'dry_run', spent: { inputTokens: reading, outputTokens: 0 } };
    },
  };
  const { ask } = modelJudge({ ...options, provider });
  return {
    judge: { ask: async (request) => ({ ...(await ask(request)), ...NO_TOKENS }) },
    printed: () => [
      ...requests,
      `--- in all ${count(requests.length, 'request')} and ${total} tokens to read; remarks that the model calls critical or high would be read again in one more ---\n`,
    ],
  };
}

function requestText(title: string, { system, user, schema }: Question): string {
  const form = JSON.stringify(z.toJSONSchema(schema));
  return [
    `--- ${title} ---`,
    '--- system ---',
    system,
    '--- form of the answer ---',
    form,
    '--- user ---',
    user,
    '',
  ].join('\n');
}
