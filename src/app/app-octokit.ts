import { ProbotOctokit } from 'probot';
import { steadyFetch } from '../github/requests/steady-fetch.ts';
import { tokenBuckets, UNLIMITED } from '../github/requests/token-buckets.ts';

export interface OctokitOptions {
  /** Whether requests are spaced as github.com's limits want it. */
  readonly throttle: boolean;
  /** Milliseconds that a second of waiting takes; for tests. */
  readonly second?: number;
  /** Milliseconds to wait for an answer. */
  readonly patience?: number;
}

/**
 * Seconds that a request waits in its place when GitHub takes none for now. Whatever takes longer leaves the queue
 * and comes back: see `do-or-try-later.ts`.
 */
const LONGEST_WAIT = 30;
const MAX_WAITS = 2;

/**
 * GitHub allows 900 points a minute, of which a write takes 5, and 80 requests a minute that create content. A review is
 * some 10 of these, of which 8 are writes and 5 create something, so 16 reviews a minute stay below both. Octokit's own
 * way, one a second from the first, makes one review take ten seconds.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
const WRITES = [{ burst: 100, perSecond: 1 }];
/** 80 a minute, and 500 an hour. */
const COMMENTS = [
  { burst: 40, perSecond: 40 / 60 },
  { burst: 200, perSecond: 300 / 3600 },
];

const UNSPACED = { write: UNLIMITED, notifications: UNLIMITED, auth: UNLIMITED, global: UNLIMITED };

interface ProbotOptions {
  readonly request?: { readonly fetch?: typeof fetch };
  readonly throttle?: object;
}

/** Probot's Octokit, as patient and as quick as GitHub's limits want it; the clients of an installation share them. */
export function appOctokit({ throttle, second = 1000, patience }: OctokitOptions): typeof ProbotOctokit {
  const waits = (retryAfter: number, _options: unknown, _octokit: unknown, retryCount: number) =>
    retryAfter <= LONGEST_WAIT && retryCount < MAX_WAITS;
  const limiters = throttle
    ? { write: tokenBuckets(WRITES, second), notifications: tokenBuckets(COMMENTS, second), auth: UNLIMITED }
    : UNSPACED;
  // A function, because Probot sets its own throttling options on top of plain defaults.
  return ProbotOctokit.defaults((options: ProbotOptions) => ({
    ...options,
    request: { ...options.request, fetch: steadyFetch(options.request?.fetch, patience) },
    // How long to wait after a 429 is for the throttling to say.
    retry: { doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451], retryAfterBaseValue: second },
    throttle: {
      ...options.throttle,
      ...limiters,
      enabled: true,
      retryAfterBaseValue: second,
      onRateLimit: waits,
      onSecondaryRateLimit: waits,
    },
  }));
}
