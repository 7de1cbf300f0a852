import type { JudgeSpending } from '../types.ts';

/** Nothing was asked. */
export const NO_TOKENS: JudgeSpending = { inputTokens: 0, outputTokens: 0 };

/** What several questions cost together. */
export function totalSpent(parts: readonly JudgeSpending[]): JudgeSpending {
  const sum = (read: (part: JudgeSpending) => number | undefined) =>
    parts.reduce((total, part) => total + (read(part) ?? 0), 0);
  const cachedTokens = sum((part) => part.cachedTokens);
  const lostTokens = sum((part) => part.lostTokens);
  return {
    inputTokens: sum((part) => part.inputTokens),
    outputTokens: sum((part) => part.outputTokens),
    ...(cachedTokens > 0 ? { cachedTokens } : {}),
    ...(lostTokens > 0 ? { lostTokens } : {}),
  };
}

/** What a budget counts: lost attempts as well, for the provider may have worked on them. */
export function tokensOf({ inputTokens, outputTokens, lostTokens = 0 }: JudgeSpending): number {
  return inputTokens + outputTokens + lostTokens;
}
