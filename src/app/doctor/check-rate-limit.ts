import type { AppSettings } from '../settings.ts';
import { type Ask, askGitHub } from './ask-github.ts';
import { type AppDiagnosis, ok, warning } from './diagnosis.ts';

interface RateLimit {
  readonly resources?: {
    readonly core?: { readonly limit: number; readonly remaining: number; readonly reset: number };
  };
}

/** Whether the App is installed, and what its first installation has left of the rate limit. */
export async function checkRateLimit(ask: Ask, settings: AppSettings): Promise<readonly AppDiagnosis[]> {
  const listed = await ask('GET', '/app/installations?per_page=1');
  const [installation] =
    listed.heard && listed.status === 200 ? (listed.data as readonly { readonly id: number }[]) : [];
  if (installation === undefined) {
    return [warning('installed', 'nowhere, so there is nothing to review. Install it: App settings, "Install App".')];
  }
  // It needs no more than to be somebody.
  const permissions = { metadata: 'read' };
  const minted = await ask('POST', `/app/installations/${installation.id}/access_tokens`, { permissions });
  if (!minted.heard || minted.status !== 201) {
    const answer = minted.heard ? `answer ${minted.status}` : minted.reason;
    return [
      warning(
        'installed',
        `GitHub gives no token for installation ${installation.id} (${answer}); it may be suspended.`,
      ),
    ];
  }
  const { token } = minted.data as { readonly token: string };
  const limit = await askGitHub(settings.apiUrl, token)('GET', '/rate_limit');
  const core = limit.heard && limit.status === 200 ? (limit.data as RateLimit).resources?.core : undefined;
  return [ok('installed', 'GitHub gives tokens for its installations'), rateLimit(core, settings.throttle)];
}

function rateLimit(core: NonNullable<RateLimit['resources']>['core'], throttle: boolean): AppDiagnosis {
  if (core === undefined) {
    return throttle
      ? warning(
          'rate limit',
          'this server has none, and requests are slowed down all the same. Set GITHUB_THROTTLE=off.',
        )
      : ok('rate limit', 'this server has none');
  }
  const detail = `${core.remaining} of ${core.limit} requests are left until ${new Date(core.reset * 1000).toISOString()}`;
  if (!throttle)
    return warning('rate limit', `${detail}, and GITHUB_THROTTLE is off. Leave it out, or reviews will fail.`);
  if (core.remaining >= core.limit / 10) return ok('rate limit', detail);
  return warning(
    'rate limit',
    `${detail}. Reviews will wait; look at pipewright_github_requests_total for what asks so much.`,
  );
}
