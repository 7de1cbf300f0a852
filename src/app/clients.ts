import type { Probot } from 'probot';
import type { GitHubClient } from '../github/client.ts';
import { statusOf } from '../github/requests/create-once.ts';
import { steadyFetch } from '../github/requests/steady-fetch.ts';
import { libraryLog } from './logging/library-log.ts';
import { meteredFetch } from './metrics/metered-fetch.ts';
import type { Telemetry } from './telemetry.ts';

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
export function clientsOf(probot: Probot, telemetry: Telemetry): Clients {
  const narrowed = (installation: number, permissions: Permissions, repo?: string) =>
    narrowedClient(probot, telemetry, {
      installationId: installation,
      permissions,
      ...(repo ? { repositoryNames: [repo] } : {}),
    });
  return {
    read: ({ installation, repo }) => narrowed(installation, READ, repo),
    report: ({ installation, repo }) => narrowed(installation, REPORT, repo),
    survey: (installation) => narrowed(installation, SURVEY),
    async members(installation) {
      const request = { installationId: installation, permissions: MEMBERS };
      return (await isGranted(probot, telemetry, request))
        ? await narrowedClient(probot, telemetry, request)
        : undefined;
    },
    async commit({ installation, repo }) {
      for (const permissions of COMMIT) {
        const request = { installationId: installation, permissions, repositoryNames: [repo] };
        if (await isGranted(probot, telemetry, request)) return await narrowedClient(probot, telemetry, request);
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
const minted = new WeakMap<Probot, Map<string, Promise<MintedToken>>>();

/** A token with these permissions, remembered while it is young; `refused` is one that GitHub no longer takes. */
async function mint(probot: Probot, telemetry: Telemetry, request: TokenRequest, refused?: string): Promise<string> {
  const tokens = minted.get(probot) ?? new Map<string, Promise<MintedToken>>();
  minted.set(probot, tokens);
  const key = JSON.stringify(request);
  const known = tokens.get(key);
  if (known !== undefined) {
    const { token, until } = await known;
    if (token !== refused && until > Date.now()) return token;
  }
  // Who asks at the same time gets the same token.
  const others = tokens.get(key);
  if (others !== undefined && others !== known) return (await others).token;
  if (tokens.size >= MAX_TOKENS) tokens.clear();
  const asked = mintNow(probot, telemetry, request);
  tokens.set(key, asked);
  asked.catch(() => tokens.delete(key));
  return (await asked).token;
}

async function mintNow(
  probot: Probot,
  telemetry: Telemetry,
  { installationId, permissions, repositoryNames }: TokenRequest,
): Promise<MintedToken> {
  const route = 'POST /app/installations/{installation_id}/access_tokens';
  const { data } = await (await probot.auth()).request(route, {
    installation_id: installationId,
    permissions,
    // The client is that of the whole App; the line in the log belongs to the job that needs the token.
    request: { fetch: steadyFetch(meteredFetch(telemetry)) },
    ...(repositoryNames === undefined ? {} : { repositories: [...repositoryNames] }),
  });
  return { token: data.token, until: Date.parse(data.expires_at) - MARGIN };
}

async function isGranted(probot: Probot, telemetry: Telemetry, request: TokenRequest): Promise<boolean> {
  try {
    await mint(probot, telemetry, request);
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
async function narrowedClient(probot: Probot, telemetry: Telemetry, request: TokenRequest): Promise<GitHubClient> {
  const app = await probot.auth();
  const factory = ({ octokit, octokitOptions }: FactoryOptions) => {
    const Octokit = octokit.constructor as new (options: object) => GitHubClient;
    const { throttle } = octokitOptions;
    return new Octokit({
      ...octokitOptions,
      log: libraryLog(telemetry.log),
      request: { fetch: meteredFetch(telemetry, request.installationId) },
      throttle: throttle?.enabled ? { ...throttle, id: String(request.installationId) } : { enabled: false },
      authStrategy: narrowedAuth,
      auth: { mint: (refused?: string) => mint(probot, telemetry, request, refused) },
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

/** Octokit's way to authenticate: a token before each request, and a new one, once, when GitHub no longer takes it. */
function narrowedAuth({ mint }: { readonly mint: (refused?: string) => Promise<string> }) {
  async function hook(request: HookedRequest, route: unknown, parameters?: unknown): Promise<unknown> {
    const endpoint = request.endpoint.merge(route, parameters);
    const send = async (token: string) => {
      endpoint.headers.authorization = `token ${token}`;
      return await request(endpoint);
    };
    const token = await mint();
    try {
      return await send(token);
    } catch (error) {
      if (statusOf(error) !== 401) throw error;
      return await send(await mint(token));
    }
  }
  return Object.assign(async () => ({ type: 'token', token: await mint() }), { hook });
}
