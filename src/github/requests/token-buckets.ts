/** What Octokit's throttling plugin asks of a limiter: one queue per key. */
export interface Limiter {
  key(id: string): { schedule: Schedule };
}

type Schedule = <Value>(
  options: { readonly weight?: number },
  work: (...args: never[]) => PromiseLike<Value>,
  ...args: never[]
) => Promise<Value>;

export interface BucketSize {
  /** Requests that may go at once after a while of quiet. */
  readonly burst: number;
  /** Requests per second that come back. */
  readonly perSecond: number;
}

/**
 * Lets requests of a key through at once while there are some left in every bucket, then one by one as they come back.
 * `second`: the milliseconds that a second takes.
 */
export function tokenBuckets(sizes: readonly BucketSize[], second = 1000): Limiter {
  const keys = new Map<string, readonly Bucket[]>();
  return {
    key: (id) => ({
      async schedule({ weight = 1 }, work, ...args) {
        const buckets = keys.get(id) ?? sizes.map((size) => bucket(size, second));
        keys.set(id, buckets);
        const wait = Math.max(...buckets.map((take) => take(weight)));
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        return await work(...args);
      },
    }),
  };
}

/** Takes so many requests, and answers the milliseconds until they may go. */
type Bucket = (weight: number) => number;

function bucket({ burst, perSecond }: BucketSize, second: number): Bucket {
  let left = burst;
  let at = performance.now();
  return (weight) => {
    const now = performance.now();
    left = Math.min(burst, left + ((now - at) / second) * perSecond) - weight;
    at = now;
    return left >= 0 ? 0 : (-left / perSecond) * second;
  };
}

/** Lets everything through. */
export const UNLIMITED: Limiter = {
  key: () => ({ schedule: async (_options, work, ...args) => await work(...args) }),
};
