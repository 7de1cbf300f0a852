import { statusOf } from '../github/requests/create-once.ts';

/** Kinds of failures that call for different people. */
export type FailureKind =
  | 'rate_limit'
  | 'github_refused'
  | 'github_broken'
  | 'network'
  | 'too_expensive'
  | 'too_many_requests'
  | 'database'
  | 'partly_published'
  | 'queue_full'
  | 'unexpected';

export const FAILURE_KINDS: readonly FailureKind[] = [
  'rate_limit',
  'github_refused',
  'github_broken',
  'network',
  'too_expensive',
  'too_many_requests',
  'database',
  'partly_published',
  'queue_full',
  'unexpected',
];

const BY_NAME: Readonly<Record<string, FailureKind>> = {
  ReviewTooExpensive: 'too_expensive',
  RequestBudgetError: 'too_many_requests',
  DatabaseError: 'database',
  QueueFullError: 'queue_full',
};

/** What kind of failure an error is. */
export function failureKind(error: unknown): FailureKind {
  if (!(error instanceof Error)) return 'unexpected';
  const named = BY_NAME[error.name];
  if (named !== undefined) return named;
  // fetch says nothing but "fetch failed" and keeps the reason as its cause; Octokit makes it a status 500 of its own.
  if (isNetworkError(error) || isNetworkError(error.cause)) return 'network';
  const status = statusOf(error);
  if (status === undefined) return 'unexpected';
  if (isRateLimit(error, status)) return 'rate_limit';
  return status >= 500 ? 'github_broken' : 'github_refused';
}

function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('syscall' in error || error.message === 'fetch failed') return true;
  return (
    'code' in error &&
    /^(UND_ERR_|ECONN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|CERT_|DEPTH_ZERO|UNABLE_TO_)/.test(String(error.code))
  );
}

function isRateLimit(error: Error, status: number): boolean {
  const { response } = error as { readonly response?: { readonly headers?: Readonly<Record<string, unknown>> } };
  const headers = response?.headers ?? {};
  const refused = status === 403 || status === 429;
  return (
    refused && (status === 429 || headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0')
  );
}
