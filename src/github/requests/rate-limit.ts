import { statusOf } from './create-once.ts';

/** GitHub's advice where it does not say how long: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const DEFAULT_SECONDS = 60;

/**
 * Seconds until GitHub takes requests again, when an error says that it takes none for now; undefined for any other
 * error.
 */
export function secondsUntilAllowed(error: unknown, now = Date.now()): number | undefined {
  const { headers, message } = answerOf(error);
  const exhausted = headers['x-ratelimit-remaining'] === '0';
  if (!exhausted && !/\bsecondary rate\b/i.test(message) && headers['retry-after'] === undefined) return undefined;
  const after = Number(headers['retry-after']);
  if (after > 0) return after;
  const reset = Number(headers['x-ratelimit-reset']);
  if (!exhausted || !(reset > 0)) return DEFAULT_SECONDS;
  return Math.max(1, Math.ceil(reset - now / 1000) + 1);
}

interface Refusal {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly message: string;
}

const NONE: Refusal = { headers: {}, message: '' };

function answerOf(error: unknown): Refusal {
  if (!(error instanceof Error)) return NONE;
  const { response, headers, errors } = error as Error & {
    readonly response?: { readonly headers?: Refusal['headers'] };
    /** GraphQL answers 200 and says it inside. */
    readonly headers?: Refusal['headers'];
    readonly errors?: readonly { readonly type?: string }[];
  };
  if (errors?.some(({ type }) => type === 'RATE_LIMITED')) {
    return { headers: { ...headers, 'x-ratelimit-remaining': '0' }, message: error.message };
  }
  const status = statusOf(error);
  if (status !== 403 && status !== 429) return NONE;
  return { headers: response?.headers ?? {}, message: error.message };
}
