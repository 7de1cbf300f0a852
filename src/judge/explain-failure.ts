/** Why a request to the model failed, in words that hold nothing of the request, the answer or the key. */
export function explainFailure(error: unknown, model: string): string {
  const { status } = error as { status?: unknown };
  const code = typeof status === 'number' ? status : undefined;
  switch (code) {
    case 401:
      return 'the key was not accepted (401); check ANTHROPIC_API_KEY';
    case 403:
      return `the key may not use "${model}" (403)`;
    case 404:
      return `there is no model "${model}" for this key (404); set judge.model to one that exists`;
    case 413:
      return 'the request was too large (413)';
    case 429:
      return 'the rate limit was reached (429)';
    case 529:
      return 'the service is overloaded (529)';
    case undefined:
      return isTimeout(error) ? 'it did not answer in time' : 'the service could not be reached';
    default:
      return `the service answered with status ${code}`;
  }
}

/** By its words: the SDK's error classes have no name of their own once they are bundled. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && /timed out|timeout/i.test(error.message);
}
