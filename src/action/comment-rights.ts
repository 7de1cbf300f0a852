import { payloadText, payloadValue } from './payload-value.ts';

/** Who started a run whose token GitHub narrows. */
export type Narrowed = 'fork' | 'dependabot';

/**
 * What an event tells about the token's right to comment. `none`: GitHub never gives it, so nothing is tried.
 * `ask`: a setting of the repository or the job's `permissions` decide.
 */
export type CommentRights =
  | { readonly rights: 'assumed' }
  | { readonly rights: 'ask' | 'none'; readonly because: Narrowed };

/**
 * Reads them from the event. On `pull_request` and its reviews a fork gets a token that can only read, unless a private repository is set to
 * give it more; Dependabot gets one too, unless the job's `permissions` say more. The other events have a token of their own.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
 * https://docs.github.com/en/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions
 */
export function commentRights(event: string, payload: unknown, actor: string): CommentRights {
  if (event !== 'pull_request' && event !== 'pull_request_review') return { rights: 'assumed' };
  const [head, base] = ['head', 'base'].map((side) => payloadText(payload, 'pull_request', side, 'repo', 'full_name'));
  // A fork that is gone has no repository any more.
  if (base !== undefined && head?.toLowerCase() !== base.toLowerCase()) {
    const isPrivate = payloadValue(payload, 'pull_request', 'base', 'repo', 'private') === true;
    return { rights: isPrivate ? 'ask' : 'none', because: 'fork' };
  }
  return actor === 'dependabot[bot]' ? { rights: 'ask', because: 'dependabot' } : { rights: 'assumed' };
}
