import type { FactAnswer, FactRequest, Facts } from '../types.ts';
import { type GitHubClient, pinnedClient } from './client.ts';
import { actionOrigins, asksPublicGitHub, ORIGINS_AT_ONCE, type OriginRequest } from './reading/action-origins.ts';
import { type RequestBudget, requestBudget } from './requests/request-budget.ts';

/** Requests that the facts of one review may take. */
const MAX_REQUESTS = 20;
/** Of the reading's budget, what is left to the files: without a fact a rule knows less, without a file it knows nothing. */
const FOR_FILES = 8;
/** Milliseconds that a tag or branch is believed to stay where it is. */
const LIFETIME = 10 * 60_000;
const MAX_REMEMBERED = 5000;

/**
 * Answers remembered between reviews. One per installation: what one installation may read, another must not learn.
 */
export type FactsMemory = Map<string, { readonly answer: FactAnswer; readonly until: number }>;

/** Facts asked of GitHub. Whatever cannot be answered is `unknown`. */
export function githubFacts(
  octokit: GitHubClient,
  memory: FactsMemory = new Map(),
  budget: RequestBudget = requestBudget(MAX_REQUESTS),
): Facts {
  const client = pinnedClient(octokit);
  const asksOrigins = asksPublicGitHub(octokit);

  async function answerOne(request: FactRequest): Promise<FactAnswer> {
    if (request.fact === 'shell-lint' || request.fact === 'action-origin') return { state: 'unknown' };
    const path = 'path' in request ? `:${request.path}` : '';
    const key = `${request.fact} ${request.repository.toLowerCase()}${path}@${request.ref}`;
    const known = remembered(key);
    if (known) return known;
    if (budget.left <= FOR_FILES) return { state: 'unknown' };
    budget.spend();
    const answer = await (request.fact === 'commit-of-ref' ? commitOfRef(client, request) : fileAtRef(client, request));
    // What settings depend on is asked again: one failed answer would hold up all reviews for as long as it is remembered.
    if (request.fact === 'file-at-ref' && answer.state === 'unknown') return answer;
    remember(key, answer);
    return answer;
  }

  /** All that are not remembered, some at once. */
  async function answerOrigins(requests: readonly OriginRequest[]): Promise<ReadonlyMap<FactRequest, FactAnswer>> {
    const keyOf = ({ repository, ref }: OriginRequest) => `action-origin ${repository.toLowerCase()}@${ref}`;
    const found = new Map<FactRequest, FactAnswer>();
    const open = requests.filter((request) => {
      const known = remembered(keyOf(request));
      if (known) found.set(request, known);
      return known === undefined && /^[\w.-]+\/[\w.-]+$/.test(request.repository) && request.ref !== '';
    });
    const spend = () => {
      if (budget.left <= FOR_FILES) return false;
      budget.spend();
      return true;
    };
    for (let from = 0; from < open.length && spend(); from += ORIGINS_AT_ONCE) {
      const some = open.slice(from, from + ORIGINS_AT_ONCE);
      const answers = await actionOrigins(client, some, spend);
      for (const [i, request] of some.entries()) {
        const answer = answers[i] ?? { state: 'unknown' };
        found.set(request, answer);
        remember(keyOf(request), answer);
      }
    }
    return found;
  }

  function remembered(key: string): FactAnswer | undefined {
    const known = memory.get(key);
    return known !== undefined && known.until > Date.now() ? known.answer : undefined;
  }

  function remember(key: string, answer: FactAnswer): void {
    if (memory.size >= MAX_REMEMBERED) memory.clear();
    memory.set(key, { answer, until: Date.now() + LIFETIME });
  }

  return {
    kinds: ['commit-of-ref', 'file-at-ref', ...(asksOrigins ? ['action-origin' as const] : [])],
    async answer(requests) {
      // Whoever does not know the kinds may ask all the same.
      const origins = asksOrigins ? requests.filter((request) => request.fact === 'action-origin') : [];
      const [answers, found] = await Promise.all([Promise.all(requests.map(answerOne)), answerOrigins(origins)]);
      return requests.map((request, i) => found.get(request) ?? answers[i] ?? { state: 'unknown' });
    },
  };
}

async function commitOfRef(
  client: GitHubClient,
  request: Extract<FactRequest, { fact: 'commit-of-ref' }>,
): Promise<FactAnswer> {
  const [owner, repo, ...rest] = request.repository.split('/');
  if (!owner || !repo || rest.length > 0 || request.ref === '') return { state: 'unknown' };
  try {
    const route = 'GET /repos/{owner}/{repo}/commits/{ref}';
    // One commit of the page is enough, and no retries: an answer is welcome, not needed.
    const { data } = await client.request(route, {
      owner,
      repo,
      ref: request.ref,
      per_page: 1,
      request: { retries: 0 },
    });
    return { state: 'known', value: data.sha };
  } catch {
    return { state: 'unknown' };
  }
}

async function fileAtRef(
  client: GitHubClient,
  { repository, ref, path }: FactRequest & { readonly fact: 'file-at-ref' },
): Promise<FactAnswer> {
  const [owner, repo, ...rest] = repository.split('/');
  if (!owner || !repo || rest.length > 0) return { state: 'unknown' };
  try {
    const answer = await client.graphql<FileAnswer>(FILE, { owner, repo, expression: `${ref}:${path}` });
    const blob = answer.repository?.object;
    return typeof blob?.text === 'string' && !blob.isTruncated
      ? { state: 'known', value: blob.text }
      : { state: 'unknown' };
  } catch {
    return { state: 'unknown' };
  }
}

const FILE = `query ($owner: String!, $repo: String!, $expression: String!) {
  repository(owner: $owner, name: $repo) {
    object(expression: $expression) { ... on Blob { text isTruncated } }
  }
}`;

interface FileAnswer {
  readonly repository: {
    readonly object: { readonly text?: string | null; readonly isTruncated?: boolean } | null;
  } | null;
}
