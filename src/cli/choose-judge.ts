import { buildPrompt } from '../judge/build-prompt.ts';
import { judgeFromEnvironment } from '../judge/judge-from-environment.ts';
import type { Change, Judge, Policy } from '../types.ts';
import type { Arguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

export interface ChosenJudge {
  readonly judge: (policy: Policy, change: Change) => Promise<Judge | undefined>;
  /** With --dry-run: what would have been sent. */
  readonly asked: () => readonly string[];
}

/** A model is asked only with --judge and a key; with --dry-run what would be sent is printed and nobody is asked. */
export function chooseJudge({ flags }: Arguments, { env }: Streams): ChosenJudge {
  if (!flags.has('judge')) return { judge: async () => undefined, asked: () => [] };
  if (flags.has('dry-run')) return dryRun();
  if (!env.ANTHROPIC_API_KEY) {
    throw new UsageError(
      '`--judge` asks a model, and ANTHROPIC_API_KEY is not set. Set it, or add `--dry-run` to see what would be sent.',
    );
  }
  return {
    judge: async (policy, change) =>
      judgeFromEnvironment(env, { ...policy, judge: { ...policy.judge, enabled: true } }, change),
    asked: () => [],
  };
}

function dryRun(): ChosenJudge {
  const prompts: string[] = [];
  const judge: Judge = {
    ask: async (request) => {
      const { system, user } = buildPrompt(request);
      prompts.push(
        `--- ${request.persona.title}: system ---\n${system}\n--- ${request.persona.title}: user ---\n${user}\n`,
      );
      return {
        state: 'failed',
        model: 'none',
        reason: 'a dry run asks nobody',
        answers: [],
        inputTokens: 0,
        outputTokens: 0,
      };
    },
  };
  return { judge: async () => judge, asked: () => prompts };
}
