/** Counts the requests of one review. */
export interface RequestBudget {
  /** Call before each request; throws a RequestBudgetError when the limit is reached. */
  spend(): void;
  readonly spent: number;
  readonly left: number;
}

/** Its message is written for users and holds nothing of the change. */
export class RequestBudgetError extends Error {
  override readonly name = 'RequestBudgetError';
}

/** A budget of `limit` requests. */
export function requestBudget(limit: number): RequestBudget {
  let spent = 0;
  return {
    spend() {
      if (spent >= limit) throw new RequestBudgetError(overdrawn(limit));
      spent += 1;
    },
    get spent() {
      return spent;
    },
    get left() {
      return limit - spent;
    },
  };
}

function overdrawn(limit: number): string {
  return `reading this change takes more than ${limit} requests to GitHub; one review may not use up the rate limit that all share; split the change, or exclude generated files with the setting \`ignore\``;
}
