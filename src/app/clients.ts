import type { Probot } from 'probot';
import type { GitHubClient } from '../github/client.ts';
import { statusOf } from '../github/create-once.ts';

/** One repository of an installation. */
export interface InstalledRepository {
  readonly installation: number;
  readonly repo: string;
}

/** Clients with no more rights than their work needs, each for one installation or one repository of it. */
export interface Clients {
  /** Reads a change: its token cannot write anything. */
  read(place: InstalledRepository): Promise<GitHubClient>;
  /** Writes checks and comments: its token cannot read code. */
  report(place: InstalledRepository): Promise<GitHubClient>;
  /** Writes to branches, and resolves threads; undefined where the installation did not grant it. */
  commit(place: InstalledRepository): Promise<GitHubClient | undefined>;
  /** Reads who belongs to a team; undefined where the installation did not grant it. */
  members(installation: number): Promise<GitHubClient | undefined>;
  /** Looks at what rules ask about other repositories, and finds lost work: reads in the whole installation. */
  survey(installation: number): Promise<GitHubClient>;
}

type Permissions = Readonly<Record<string, 'read' | 'write'>>;

const READ: Permissions = { metadata: 'read', contents: 'read', pull_requests: 'read' };
const REPORT: Permissions = { metadata: 'read', pull_requests: 'write', checks: 'write' };
const SURVEY: Permissions = { metadata: 'read', contents: 'read', pull_requests: 'read', checks: 'read' };
const MEMBERS: Permissions = { members: 'read' };
/** Workflows have a permission of their own; without it the other files can still be committed. */
const COMMIT: readonly Permissions[] = [
  { metadata: 'read', contents: 'write', workflows: 'write' },
  { metadata: 'read', contents: 'write' },
];

/** The clients of an App; tokens are minted when they are first needed, and again when GitHub no longer takes them. */
export function clientsOf(probot: Probot): Clients {
  const narrowed = (installation: number, permissions: Permissions, repo?: string) =>
    narrowedClient(probot, { installationId: installation, permissions, ...(repo ? { repositoryNames: [repo] } : {}) });
  return {
    read: ({ installation, repo }) => narrowed(installation, READ, repo),
    report: ({ installation, repo }) => narrowed(installation, REPORT, repo),
    survey: (installation) => narrowed(installation, SURVEY),
    async members(installation) {
      const request = { installationId: installation, permissions: MEMBERS };
      return (await isGranted(probot, request)) ? await narrowedClient(probot, request) : undefined;
    },
    async commit({ installation, repo }) {
      for (const permissions of COMMIT) {
        const request = { installationId: installation, permissions, repositoryNames: [repo] };
        if (await isGranted(probot, request)) return await narrowedClient(probot, request);
      }
      return undefined;
    },
  };
}

interface TokenRequest {
  readonly installationId: number;
  readonly permissions: Permissions;
  readonly repositoryNames?: readonly string[];
}

interface MintedToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Milliseconds of its hour that a token is not used for: a review should not outlive it. */
const MARGIN = 10 * 60_000;
const MAX_TOKENS = 5000;
const minted = new WeakMap<Probot, Map<string, MintedToken>>();

/** A token with these permissions, remembered while it is young; `refresh` when GitHub no longer takes it. */
async function mint(probot: Probot, request: TokenRequest, refresh = false): Promise<string> {
  const tokens = minted.get(probot) ?? new Map<string, MintedToken>();
  minted.set(probot, tokens);
  const key = JSON.stringify(request);
  const known = tokens.get(key);
  if (known !== undefined && !refresh && known.until > Date.now()) return known.token;
  const { installationId, permissions, repositoryNames } = request;
  const route = 'POST /app/installations/{installation_id}/access_tokens';
  const { data } = await (await probot.auth()).request(route, {
    installation_id: installationId,
    permissions,
    ...(repositoryNames === undefined ? {} : { repositories: [...repositoryNames] }),
  });
  if (tokens.size >= MAX_TOKENS) tokens.clear();
  tokens.set(key, { token: data.token, until: Date.parse(data.expires_at) - MARGIN });
  return data.token;
}

async function isGranted(probot: Probot, request: TokenRequest): Promise<boolean> {
  try {
    await mint(probot, request);
    return true;
  } catch (error) {
    // GitHub refuses to mint a token with more than the installation has.
    if (statusOf(error) === 422) return false;
    throw error;
  }
}

interface FactoryOptions {
  readonly octokit: { readonly constructor: unknown };
  readonly octokitOptions: Readonly<Record<string, unknown>> & { readonly throttle?: { readonly enabled?: boolean } };
}

/** A client like Probot's own, throttled by installation, whose token is narrowed. */
async function narrowedClient(probot: Probot, request: TokenRequest): Promise<GitHubClient> {
  const app = await probot.auth();
  const factory = ({ octokit, octokitOptions }: FactoryOptions) => {
    const Octokit = octokit.constructor as new (options: object) => GitHubClient;
    const { throttle } = octokitOptions;
    return new Octokit({
      ...octokitOptions,
      log: probot.log.child({ name: 'github' }),
      throttle: throttle?.enabled ? { ...throttle, id: String(request.installationId) } : { enabled: false },
      authStrategy: narrowedAuth,
      auth: { mint: (refresh: boolean) => mint(probot, request, refresh) },
    });
  };
  return (await app.auth({ type: 'installation', installationId: request.installationId, factory })) as GitHubClient;
}

interface Endpoint {
  readonly headers: Record<string, unknown>;
}

interface HookedRequest {
  (endpoint: Endpoint): Promise<unknown>;
  readonly endpoint: { merge(route: unknown, parameters?: unknown): Endpoint };
}

/** Octokit's way to authenticate: a token before each request, and a new one when GitHub no longer takes it. */
function narrowedAuth({ mint }: { readonly mint: (refresh: boolean) => Promise<string> }) {
  async function hook(request: HookedRequest, route: unknown, parameters?: unknown): Promise<unknown> {
    const endpoint = request.endpoint.merge(route, parameters);
    const withToken = async (refresh: boolean) => {
      endpoint.headers.authorization = `token ${await mint(refresh)}`;
      return await request(endpoint);
    };
    try {
      return await withToken(false);
    } catch (error) {
      if (statusOf(error) !== 401) throw error;
      return await withToken(true);
    }
  }
  return Object.assign(async () => ({ type: 'token', token: await mint(false) }), { hook });
}
