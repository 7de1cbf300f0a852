import type { ActionOrigin, FactAnswer, FactRequest } from '../../types.ts';
import type { GitHubClient } from '../client.ts';

export type OriginRequest = Extract<FactRequest, { fact: 'action-origin' }>;

/** Actions asked about in one request. */
export const ORIGINS_AT_ONCE = 20;
/** Branches and tags that are compared with a commit which the default branch does not hold. */
const MAX_COMPARED = 60;
const MAX_TAGS = 100;

const UNKNOWN: FactAnswer = { state: 'unknown' };

/** Whether this is github.com: elsewhere an action may come from there, and what is not found says nothing. */
export function asksPublicGitHub(client: GitHubClient): boolean {
  // Not every client says where it asks.
  return client.request.endpoint?.DEFAULTS.baseUrl === 'https://api.github.com';
}

/**
 * Asks for up to `ORIGINS_AT_ONCE` actions in one request. `spend` is called before each further request, and says
 * whether there may be one.
 */
export async function actionOrigins(
  client: GitHubClient,
  requests: readonly OriginRequest[],
  spend: () => boolean,
): Promise<readonly FactAnswer[]> {
  const variables: Record<string, string> = {};
  const parts = requests.map((request, i) => part(request, i, variables));
  const declared = Object.keys(variables).map((name) => `$${name}: String!`);
  const data = await ask(client, `query (${declared.join(', ')}) {\n${parts.join('\n')}\n}`, variables);
  if (!data) return requests.map(() => UNKNOWN);
  return await Promise.all(requests.map((request, i) => originOf(client, request, data, i, spend)));
}

function part({ repository, ref }: OriginRequest, i: number, variables: Record<string, string>): string {
  const [owner = '', name = ''] = repository.split('/');
  Object.assign(variables, { [`o${i}`]: owner, [`n${i}`]: name });
  const of = `a${i}: repositoryOwner(login: $o${i}) { login }\nr${i}: repository(owner: $o${i}, name: $n${i})`;
  if (!isCommit(ref)) {
    Object.assign(variables, { [`b${i}`]: `refs/heads/${ref}`, [`t${i}`]: `refs/tags/${ref}` });
    return `${of} { branch: ref(qualifiedName: $b${i}) { name } tag: ref(qualifiedName: $t${i}) { name } }`;
  }
  variables[`s${i}`] = ref;
  return `${of} {
  defaultBranchRef { compare(headRef: $s${i}) { status } }
  branches: refs(refPrefix: "refs/heads/", first: 50) { totalCount nodes { name target { oid } } }
  tags: refs(refPrefix: "refs/tags/", first: ${MAX_TAGS}, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }) {
    totalCount nodes { name target { oid ... on Tag { target { oid } } } }
  }
}`;
}

function isCommit(ref: string): boolean {
  return /^[0-9a-f]{40}$/i.test(ref);
}

/**
 * Some of the parts may not be there: GitHub then answers with errors and with the others. What it refuses for another
 * reason is left out, for it may well exist.
 */
async function ask(client: GitHubClient, query: string, variables: object): Promise<Answer | undefined> {
  try {
    return await client.graphql<Answer>(query, { ...variables, request: { retries: 0 } });
  } catch (error) {
    const { data, errors } = error as PartialAnswer;
    if (typeof data !== 'object' || data === null || !Array.isArray(errors)) return undefined;
    const refused = new Set(errors.flatMap(({ type, path }) => (type === 'NOT_FOUND' ? [] : [path?.[0] ?? ''])));
    return Object.fromEntries(Object.entries(data).filter(([name]) => !refused.has(name)));
  }
}

/** What Octokit throws where GitHub answers in part; nothing of it is sure to be there. */
interface PartialAnswer {
  readonly data?: Answer | null;
  readonly errors?: readonly { readonly type?: string; readonly path?: readonly string[] }[];
}

async function originOf(
  client: GitHubClient,
  request: OriginRequest,
  data: Answer,
  i: number,
  spend: () => boolean,
): Promise<FactAnswer> {
  const [owner, repository] = [data[`a${i}`], data[`r${i}`]];
  if (owner === null && repository === null) return known({ owner: 'gone' });
  if (!repository) return UNKNOWN;
  if (!isCommit(request.ref)) {
    const names = (['branch', 'tag'] as const).filter((kind) => repository[kind]);
    return known({ owner: 'exists', names });
  }
  const held = await holds(client, request, repository, spend);
  const tags = tagsOn(request.ref, repository.tags);
  return known({ owner: 'exists', ...(held === undefined ? {} : { held }), ...(tags ? { tags } : {}) });
}

function known(origin: ActionOrigin): FactAnswer {
  return { state: 'known', value: JSON.stringify(origin) };
}

/** Undefined where more tags exist than were seen and none of those stands on the commit. */
function tagsOn(commit: string, refs: Refs | undefined): readonly string[] | undefined {
  const found = (refs?.nodes ?? []).filter((ref) => commitOf(ref) === commit.toLowerCase()).map(({ name }) => name);
  return found.length > 0 || (refs && refs.totalCount <= MAX_TAGS) ? found : undefined;
}

function commitOf({ target }: Ref): string | undefined {
  return target?.target?.oid ?? target?.oid;
}

/** Whether a branch or tag of the repository holds the commit; undefined where not all could be compared. */
async function holds(
  client: GitHubClient,
  { repository: full, ref: commit }: OriginRequest,
  repository: Repository,
  spend: () => boolean,
): Promise<boolean | undefined> {
  const status = repository.defaultBranchRef?.compare?.status;
  if (status === undefined) return undefined;
  const [branches, tags] = [repository.branches, repository.tags];
  const refs = [...(branches?.nodes ?? []), ...(tags?.nodes ?? [])];
  if (isWithin(status) || refs.some((ref) => commitOf(ref) === commit.toLowerCase())) return true;
  const complete = branches && tags && branches.totalCount + tags.totalCount === refs.length;
  if (!complete || refs.length > MAX_COMPARED || refs.length === 0 || !spend()) return undefined;
  const [owner = '', name = ''] = full.split('/');
  const all = [
    ...(branches.nodes ?? []).map((ref) => `refs/heads/${ref.name}`),
    ...(tags.nodes ?? []).map((ref) => `refs/tags/${ref.name}`),
  ];
  const compared = await compare(client, owner, name, commit, all);
  if (compared.some(isWithin)) return true;
  return compared.every((one) => one !== undefined) ? false : undefined;
}

function isWithin(status: string | undefined): boolean {
  return status === 'BEHIND' || status === 'IDENTICAL';
}

async function compare(
  client: GitHubClient,
  owner: string,
  name: string,
  commit: string,
  refs: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const variables = Object.fromEntries(refs.map((ref, i) => [`q${i}`, ref]));
  const declared = Object.keys(variables).map((one) => `$${one}: String!`);
  const parts = refs.map((_, i) => `c${i}: ref(qualifiedName: $q${i}) { compare(headRef: $s) { status } }`);
  const query = `query ($o: String!, $n: String!, $s: String!, ${declared.join(', ')}) {
  r: repository(owner: $o, name: $n) {\n${parts.join('\n')}\n}\n}`;
  const data = await ask(client, query, { ...variables, o: owner, n: name, s: commit });
  const repository = data?.r as Readonly<Record<string, { readonly compare?: Compared | null } | null>> | undefined;
  return refs.map((_, i) => repository?.[`c${i}`]?.compare?.status);
}

interface Compared {
  readonly status: string;
}
interface Ref {
  readonly name: string;
  readonly target?: { readonly oid: string; readonly target?: { readonly oid: string } } | null;
}
interface Refs {
  readonly totalCount: number;
  readonly nodes?: readonly Ref[] | null;
}
interface Repository {
  readonly branch?: object | null;
  readonly tag?: object | null;
  readonly defaultBranchRef?: { readonly compare?: Compared | null } | null;
  readonly branches?: Refs;
  readonly tags?: Refs;
}
type Answer = { readonly [part: string]: Repository | null | undefined; readonly r?: Repository | null | undefined };
