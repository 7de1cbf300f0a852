import { isCut } from './with-retries.ts';

/** Why a request to the model failed, in words that hold nothing of the request, the answer or the key. */
export function explainFailure(error: unknown, model: string): string {
  const { status } = error as { status?: unknown };
  const code = typeof status === 'number' ? status : undefined;
  switch (code) {
    case 400:
      return `the request was not accepted (400); look whether the provider knows "${model}" by this name`;
    case 401:
      return 'the credentials were not accepted (401); check the key';
    case 403:
      return `the credentials may not use "${model}" (403)`;
    case 404:
      return `there is no model "${model}" for these credentials (404); set judge.model to one that exists`;
    case 413:
      return 'the request was too large (413)';
    case 429:
      return 'the rate limit was reached (429)';
    case 529:
      return 'the service is overloaded (529)';
    case undefined:
      return withoutStatus(error);
    default:
      return `the service answered with status ${code}`;
  }
}

/** By their words: the SDK's error classes have no name of their own once they are bundled. */
function withoutStatus(error: unknown): string {
  const { name, message } = error as { name?: unknown; message?: unknown };
  if (/timed out|timeout/i.test(String(message))) return 'it did not answer in time';
  if (name === 'SyntaxError') return 'what came back was not JSON';
  return isCut(error) ? 'the connection broke before the answer was whole' : 'the service could not be reached';
}
