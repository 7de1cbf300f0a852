/** What GitHub said, or why nothing was heard. */
export type Heard =
  | { readonly heard: true; readonly status: number; readonly headers: Headers; readonly data: unknown }
  | { readonly heard: false; readonly reason: string };

export type Ask = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Heard>;

const PATIENCE = 10_000;

/** Asks the API with a token, once: who looks for what is wrong does not want it repaired by trying again. */
export function askGitHub(apiUrl: string, token: string): Ask {
  return async (method, path, body) => {
    try {
      const response = await fetch(`${apiUrl}${path}`, {
        method,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'user-agent': 'pipewright-doctor',
          'x-github-api-version': '2022-11-28',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      const data: unknown = await response.json().catch(() => undefined);
      return { heard: true, status: response.status, headers: response.headers, data };
    } catch (error) {
      return { heard: false, reason: reasonOf(error) };
    }
  };
}

/** `fetch failed` says nothing; its cause has a code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  return code ?? (error.name === 'TimeoutError' ? `no answer within ${PATIENCE / 1000} seconds` : error.name);
}
