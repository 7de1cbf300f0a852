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
 * Lets requests of a key through at once while there are some left, then one by one as they come back. `second`: the
 * milliseconds that a second takes.
 */
export function tokenBuckets({ burst, perSecond }: BucketSize, second = 1000): Limiter {
  const buckets = new Map<string, { left: number; at: number }>();
  /** Milliseconds to wait for `weight` requests. */
  const take = (id: string, weight: number): number => {
    const time = performance.now();
    const bucket = buckets.get(id) ?? { left: burst, at: time };
    const left = Math.min(burst, bucket.left + ((time - bucket.at) / second) * perSecond) - weight;
    buckets.set(id, { left, at: time });
    return left >= 0 ? 0 : (-left / perSecond) * second;
  };
  return {
    key: (id) => ({
      async schedule({ weight = 1 }, work, ...args) {
        const wait = take(id, weight);
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        return await work(...args);
      },
    }),
  };
}

/** Lets everything through. */
export const UNLIMITED: Limiter = {
  key: () => ({ schedule: async (_options, work, ...args) => await work(...args) }),
};
