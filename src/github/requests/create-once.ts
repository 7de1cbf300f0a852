import type { GitHubClient } from '../client.ts';

/** Milliseconds between the attempts. What was created shows up a moment after it was, so the first is a pause too. */
const PAUSES = [500, 2000, 5000];

/**
 * Creates something on GitHub, exactly once, in up to four attempts. A request that failed with a 5xx may have
 * succeeded all the same, so it is looked for before it is sent again. `create` must send `request: { retries: 0 }`: the
 * retry plugin repeats POSTs.
 */
export async function createOnce<Created>(
  client: GitHubClient,
  create: () => Promise<Created>,
  find: () => Promise<Created | undefined>,
): Promise<Created> {
  for (const pause of PAUSES) {
    try {
      return await create();
    } catch (error) {
      if (!mayHaveSucceeded(error)) throw error;
      await (client.pause ?? sleep)(pause);
      const found = await find();
      if (found !== undefined) return found;
    }
  }
  try {
    return await create();
  } catch (error) {
    const found = mayHaveSucceeded(error) ? await find() : undefined;
    if (found === undefined) throw error;
    return found;
  }
}

/** The HTTP status of an Octokit error; undefined for anything else. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

function mayHaveSucceeded(error: unknown): boolean {
  return (statusOf(error) ?? 0) >= 500;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
