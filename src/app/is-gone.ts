import { statusOf } from '../github/requests/create-once.ts';

/** Not found, gone, and not to be had for legal reasons. */
const GONE = [404, 410, 451];
/** What GitHub answers to who asks for a token: suspended, no longer installed, not on this repository. */
const NO_TOKEN = [403, 404, 422];

/** Whether GitHub shows us nothing of the repository any more: it is deleted or blocked, or we are not let in. */
export function isGone(error: unknown): boolean {
  return GONE.includes(statusOf(error) ?? 0) || isShutOut(error);
}

/** Whether there is no token to be had for the repository: the App was uninstalled or suspended. */
export function isShutOut(error: unknown): boolean {
  const { request } = error as { readonly request?: { readonly url?: string } };
  return request?.url?.endsWith('/access_tokens') === true && NO_TOKEN.includes(statusOf(error) ?? 0);
}
