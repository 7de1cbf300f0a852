import type { getOctokit } from '@actions/github';

type Octokit = ReturnType<typeof getOctokit>;

interface Options {
  readonly method: string;
  readonly url: string;
  /** Of GraphQL. */
  readonly query?: unknown;
}

/** Whether GitHub refused the token a write. */
export interface Refusals {
  readonly refused: () => boolean;
}

/**
 * After the first write that GitHub refuses the token, sends no other: they would all be refused, and the log would be
 * full of them. Reads go on.
 */
export function stopAtRefusal(octokit: Octokit): Refusals {
  let refusal: Error | undefined;
  octokit.hook.wrap('request', async (request, options) => {
    if (!writes(options)) return await request(options);
    if (refusal !== undefined) throw refusal;
    try {
      return await request(options);
    } catch (error) {
      if (isRefusal(error)) refusal = error;
      throw error;
    }
  });
  return { refused: () => refusal !== undefined };
}

function writes({ method, url, query }: Options): boolean {
  if (method === 'GET') return false;
  return !url.endsWith('/graphql') || !/^\s*(query|\{)/.test(String(query));
}

/** A 403 can also mean a rate limit, which passes. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error) || !('status' in error)) return false;
  return error.status === 403 && error.message.includes('Resource not accessible by');
}
