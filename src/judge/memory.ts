/** What is kept of one pull request across its pushes. It is changed while the model is asked. */
export interface JudgeMemory {
  /** Tokens spent on this pull request so far. */
  spent: number;
  /** Clean answers as JSON text, by the digest of model and question; the newest last. */
  readonly answers: Map<string, string>;
}

/** Nothing was asked yet. */
export function emptyMemory(): JudgeMemory {
  return { spent: 0, answers: new Map() };
}

/** What two memories of one pull request know together; what it spent is the larger of both. */
export function mergedMemory(one: JudgeMemory, other: JudgeMemory): JudgeMemory {
  return { spent: Math.max(one.spent, other.spent), answers: new Map([...one.answers, ...other.answers]) };
}
