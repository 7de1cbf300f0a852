import { type Handler, pageOf } from './answer.ts';
import { pullBody } from './pull-routes.ts';

/** What an App asks as itself, and what an installation may read. */
export const appRoutes: Readonly<Record<string, Handler>> = {
  'GET /app': ({ state }) => ({ status: 200, body: { id: state.appId, slug: state.slug, name: 'Pipewright' } }),
  'GET /app/installations': ({ state, query }) => ({
    status: 200,
    body: pageOf([{ id: state.installation, app_id: state.appId, suspended_at: null }], query),
  }),
  'POST /app/installations/{installation_id}/access_tokens': () => ({
    status: 201,
    body: { token: `ghs_${'0'.repeat(60)}`, expires_at: new Date(Date.now() + 3_600_000).toISOString() },
  }),
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': ({ state, params }) => {
    const permission = state.writers.has(params.username ?? '') ? 'write' : 'read';
    return { status: 200, body: { permission, role_name: permission, user: { login: params.username } } };
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
      .filter(({ headSha }) => headSha === params.commit_sha)
      .map((pull) => pullBody(state, pull)),
  }),
};
