import { dryRun } from '../judge/dry-run.ts';
import { judgeFromEnvironment } from '../judge/judge-from-environment.ts';
import { providerFromEnvironment } from '../judge/providers/provider-from-environment.ts';
import type { Change, Judge, NoJudge, Policy } from '../types.ts';
import type { Arguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

export interface ChosenJudge {
  readonly judge: (policy: Policy, change: Change) => Promise<Judge | NoJudge | undefined>;
  /** With --dry-run: what would have been sent. */
  readonly asked: () => readonly string[];
}

/** A model is asked only with --judge and credentials; with --dry-run what would be sent is printed and nobody is asked. */
export function chooseJudge({ flags }: Arguments, { env }: Streams): ChosenJudge {
  if (!flags.has('judge')) return { judge: async () => undefined, asked: () => [] };
  if (flags.has('dry-run')) return printing();
  const found = providerFromEnvironment(env);
  if ('missing' in found) {
    throw new UsageError(
      `\`--judge\` asks a model, and ${found.missing}. Set it, or add \`--dry-run\` to see what would be sent.`,
    );
  }
  return {
    judge: async (policy, change) =>
      judgeFromEnvironment(env, { ...policy, judge: { ...policy.judge, enabled: true } }, change),
    asked: () => [],
  };
}

function printing(): ChosenJudge {
  let printed = (): readonly string[] => [];
  return {
    judge: async ({ judge: { models, maxTokens } }) => {
      const run = dryRun({ models, maxTokens });
      printed = run.printed;
      return run.judge;
    },
    asked: () => printed(),
  };
}
