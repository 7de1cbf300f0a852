/**
 * Creates something on GitHub, at most once. A request that failed with a 5xx may have succeeded all the same, so it
 * is looked for before it is sent again. `create` must send `request: { retries: 0 }`: the retry plugin repeats POSTs.
 */
export async function createOnce<Created>(
  create: () => Promise<Created>,
  find: () => Promise<Created | undefined>,
): Promise<Created> {
  try {
    return await create();
  } catch (error) {
    if (!mayHaveSucceeded(error)) throw error;
    return (await find()) ?? (await create());
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
