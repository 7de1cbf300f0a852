/** Milliseconds. GitHub itself ends a request after ten seconds. */
const PATIENCE = 20_000;
/** On answers of ours that stand for none of GitHub's. */
export const NO_ANSWER_HEADER = 'x-pipewright-no-answer';

/**
 * `fetch` for GitHub's API, whose answers are JSON and whole. Silence, a connection that breaks in the middle, nothing
 * at all or the page of a proxy become a 502: Octokit takes half an answer for an empty one, and whoever asked for work
 * to be done has to find out whether it was.
 */
export function steadyFetch(ask: typeof fetch = fetch, patience = PATIENCE): typeof fetch {
  return async (input, init) => {
    try {
      const signals = [AbortSignal.timeout(patience), ...(init?.signal ? [init.signal] : [])];
      const response = await ask(input, { ...init, signal: AbortSignal.any(signals) });
      const text = await response.text();
      if (response.ok && !isEmptyByRight(response) && !looksLikeJson(text)) return noAnswer('it is not JSON');
      const { status, statusText, headers } = response;
      return new Response(text === '' ? null : text, { status, statusText, headers });
    } catch (error) {
      if (init?.signal?.aborted) throw error;
      return noAnswer(error instanceof Error ? error.message : String(error));
    }
  };
}

function isEmptyByRight({ status }: Response): boolean {
  return status === 204 || status === 205;
}

function looksLikeJson(text: string): boolean {
  return /^\s*[{["\dtfn-]/.test(text) && /[}\]"\de]\s*$/.test(text);
}

function noAnswer(message: string): Response {
  return Response.json({ message: `No answer: ${message}` }, { status: 502, headers: { [NO_ANSWER_HEADER]: '1' } });
}
