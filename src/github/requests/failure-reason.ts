import { statusOf } from './create-once.ts';
import { secondsUntilAllowed } from './rate-limit.ts';
import { RequestBudgetError } from './request-budget.ts';
import { NO_ANSWER_HEADER } from './steady-fetch.ts';

/**
 * What may be published of an error: never its own text, which can quote files or tokens.
 * The log has the rest.
 */
export function failureReason(error: unknown): string {
  if (error instanceof RequestBudgetError) return error.message;
  // Ended from outside by the App's own limits; the words are ours.
  if (error instanceof Error && error.name === 'ReviewTooExpensive') return error.message;
  if (secondsUntilAllowed(error) !== undefined)
    return "GitHub's rate limit for this installation is used up, and stayed so for longer than a review waits";
  const status = statusOf(error);
  if (status !== undefined && hasNoAnswer(error)) return `GitHub gave no usable answer${routeOf(error)}`;
  if (status !== undefined) return `GitHub answered ${status}${routeOf(error)}`;
  return `an unexpected ${error instanceof Error ? error.name : 'error'}`;
}

function hasNoAnswer(error: unknown): boolean {
  const { response } = error as { readonly response?: { readonly headers?: Readonly<Record<string, unknown>> } };
  return response?.headers?.[NO_ANSWER_HEADER] !== undefined;
}

function routeOf(error: unknown): string {
  const request = (error as { readonly request?: { readonly method?: string; readonly url?: string } }).request;
  if (request?.url === undefined || !URL.canParse(request.url)) return '';
  return ` to ${request.method ?? 'GET'} ${new URL(request.url).pathname}`;
}
