import { type Handler, invalid, NOT_FOUND, pageOf } from './answer.ts';
import { may, type Permissions } from './permissions.ts';
import { pullBody } from './pull-routes.ts';
import { newId } from './state.ts';

interface TokenBody {
  readonly repositories?: readonly string[];
  readonly permissions?: Permissions;
}

/** What an App asks as itself, and what an installation may read. */
export const appRoutes: Readonly<Record<string, Handler>> = {
  'GET /app': ({ state }) => ({
    status: 200,
    body: {
      id: state.appId,
      slug: state.slug,
      name: 'Pipewright',
      permissions: state.granted,
      events: state.events,
      html_url: `https://github.invalid/apps/${state.slug}`,
    },
  }),
  'GET /app/hook/config': ({ state }) => ({ status: 200, body: state.hook }),
  'GET /rate_limit': () => {
    const rate = { limit: 5000, remaining: 4990, used: 10, reset: Math.round(Date.now() / 1000) + 3600 };
    return { status: 200, body: { resources: { core: rate, search: rate }, rate } };
  },
  'POST /app-manifests/{code}/conversions': ({ state, params }) => {
    // A code is good for one App.
    if (!state.codes.delete(params.code ?? '')) return NOT_FOUND;
    return {
      status: 201,
      body: {
        id: state.appId,
        slug: state.slug,
        name: 'Pipewright',
        html_url: `https://github.invalid/apps/${state.slug}`,
        client_id: 'Iv1.fake',
        client_secret: 'client-secret-of-the-fake',
        webhook_secret: 'webhook-secret-of-the-fake',
        pem: '-----BEGIN RSA PRIVATE KEY-----\nkey-of-the-fake\n-----END RSA PRIVATE KEY-----\n',
      },
    };
  },
  'GET /app/installations': ({ state, query }) => ({
    status: 200,
    body: pageOf([{ id: state.installation, app_id: state.appId, suspended_at: null }], query),
  }),
  'POST /app/installations/{installation_id}/access_tokens': ({ state, body }) => {
    const { repositories, permissions = state.granted } = body as TokenBody;
    const tooMuch = Object.entries(permissions).some(([name, level]) => !may(state.granted, name, level));
    if (tooMuch) return invalid('The permissions requested are not granted to this installation.');
    // A burst makes up repositories beside the one that there is.
    if (repositories?.some((name) => !name.startsWith(state.repo)))
      return invalid('There is at least one repository that does not exist');
    const token = `ghs_${String(newId(state)).padStart(60, '0')}`;
    state.tokens.set(token, permissions);
    return { status: 201, body: { token, permissions, expires_at: new Date(Date.now() + 3_600_000).toISOString() } };
  },
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': ({ state, params }) => {
    const permission = state.writers.has(params.username ?? '') ? 'write' : 'read';
    return { status: 200, body: { permission, role_name: permission, user: { login: params.username } } };
  },
  'GET /orgs/{org}/teams/{team_slug}/memberships/{username}': ({ state, params }) => {
    const members = state.teams.get(`${params.org}/${params.team_slug}`);
    if (!members?.includes(params.username ?? '')) return NOT_FOUND;
    return { status: 200, body: { url: 'https://github.invalid', role: 'member', state: 'active' } };
  },
  'GET /app/hook/deliveries': ({ state, query }) => ({
    status: 200,
    body: state.deliveries
      .toSorted((a, b) => b.id - a.id)
      .slice(0, Number(query.get('per_page') ?? 30))
      .map(({ id, guid, event, deliveredAt, redelivery, statusCode }) => ({
        id,
        guid,
        event,
        redelivery,
        delivered_at: deliveredAt,
        status_code: statusCode,
        status: statusCode === 200 ? 'OK' : 'failed',
      })),
  }),
  'POST /app/hook/deliveries/{delivery_id}/attempts': ({ params, redeliver }) => {
    redeliver(Number(params.delivery_id));
    return { status: 202, body: {} };
  },
  'GET /installation/repositories': ({ state, query }) => ({
    status: 200,
    body: {
      total_count: 1,
      repositories: pageOf([{ name: state.repo, owner: { login: state.owner }, archived: false }], query),
    },
  }),
  'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls': ({ state, params }) => ({
    status: 200,
    body: [...state.pulls.values()]
      .filter(({ headSha, merged }) => [headSha, merged?.commit].includes(params.commit_sha))
      .map((pull) => pullBody(state, pull)),
  }),
};
