import { proxyFor } from '../../local/proxy-for.ts';
import { type AppSettings, readSettings } from '../settings.ts';
import { appJwt } from './app-jwt.ts';
import { type Ask, askGitHub, type Heard } from './ask-github.ts';
import { checkDatabase } from './check-database.ts';
import { checkModel } from './check-model.ts';
import { checkRateLimit } from './check-rate-limit.ts';
import { checkRights } from './check-rights.ts';
import { checkWebhook } from './check-webhook.ts';
import { type AppDiagnosis, failed, ok, warning } from './diagnosis.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the environment is that of an App. */
export function isApp(env: Environment): boolean {
  return ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'].some((name) => (env[name] ?? '') !== '');
}

/** Looks at everything that the App needs, in the order in which it needs it. No detail holds a secret. */
export async function diagnoseApp(env: Environment): Promise<readonly AppDiagnosis[]> {
  const result = readSettings(env);
  if (!result.ok) return result.problems.map((problem) => failed('settings', problem));
  const { settings } = result;
  return [
    ok('settings', 'all variables can be read'),
    ...(await checkGitHub(settings, env)),
    ...(settings.databaseUrl === undefined
      ? [ok('database', 'no DATABASE_URL: the queue is in memory, so run one process')]
      : [await checkDatabase(settings.databaseUrl)]),
    ...(await checkModel(env)),
  ];
}

async function checkGitHub(settings: AppSettings, env: Environment): Promise<readonly AppDiagnosis[]> {
  const jwt = tryJwt(settings);
  if (jwt === undefined) {
    return [
      failed('key', 'PRIVATE_KEY cannot sign: it is cut off or damaged. Set the whole PEM text that GitHub gave you.'),
    ];
  }
  const ask = askGitHub(settings.apiUrl, jwt);
  const app = await ask('GET', '/app');
  if (!app.heard) return [unreachable(settings.apiUrl, app.reason, env)];
  const reached = [reachable(settings.apiUrl, env), clock(app.headers)];
  if (app.status !== 200) return [...reached, keyRefused(settings.appId, app.status)];
  return [...reached, ...(await checkRegistration(settings, ask, app))];
}

async function checkRegistration(
  settings: AppSettings,
  ask: Ask,
  app: Heard & { readonly heard: true },
): Promise<readonly AppDiagnosis[]> {
  const { slug, name, permissions, events } = app.data as {
    readonly slug?: string;
    readonly name?: string;
    readonly permissions?: Readonly<Record<string, string>>;
    readonly events?: readonly string[];
  };
  return [
    ok('key', `GitHub knows App ${settings.appId} by it: ${JSON.stringify(name ?? slug ?? '')}`),
    ...checkRights(permissions ?? {}, events ?? []),
    ...(await checkWebhook(ask, settings.webhookPath)),
    ...(await checkRateLimit(ask, settings)),
  ];
}

function tryJwt({ appId, privateKey }: AppSettings): string | undefined {
  try {
    return appJwt(appId, privateKey);
  } catch {
    return undefined;
  }
}

function unreachable(apiUrl: string, reason: string, env: Environment): AppDiagnosis {
  const certificate = /CERT|SELF_SIGNED|UNABLE_TO/.test(reason);
  const through = proxyOf(apiUrl, env);
  const remedy = certificate
    ? 'Name the file with the certificate of your authority in NODE_EXTRA_CA_CERTS.'
    : 'Check GITHUB_API_URL, the firewall, and whether HTTPS_PROXY or NO_PROXY is needed.';
  return failed('GitHub', `${apiUrl}${through} is not reached: ${reason}. ${remedy}`);
}

function reachable(apiUrl: string, env: Environment): AppDiagnosis {
  const plain = new URL(apiUrl).protocol === 'http:' && !/^(localhost|127\.|\[::1)/.test(new URL(apiUrl).host);
  return plain
    ? warning('GitHub', `${apiUrl} is reached without encryption: tokens can be read on the way. Use https.`)
    : ok('GitHub', `${apiUrl}${proxyOf(apiUrl, env)} is reached`);
}

function proxyOf(apiUrl: string, env: Environment): string {
  const proxy = proxyFor(new URL(apiUrl), env);
  return proxy === undefined || !URL.canParse(proxy) ? '' : ` through the proxy ${new URL(proxy).host}`;
}

/** Seconds that the clock may be wrong before tokens are refused; from half of it on it is worth a look. */
const MAX_SKEW = 60;

function clock(headers: Headers): AppDiagnosis {
  const theirs = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return ok('clock', 'GitHub did not say what time it is');
  const skew = Math.round((Date.now() - theirs) / 1000);
  const detail = `${Math.abs(skew)} s ${skew < 0 ? 'behind' : 'ahead of'} GitHub`;
  if (Math.abs(skew) <= MAX_SKEW / 2) return ok('clock', 'agrees with that of GitHub');
  const remedy = 'GitHub refuses tokens from its future. Set the clock, by NTP.';
  return Math.abs(skew) > MAX_SKEW ? failed('clock', `${detail}. ${remedy}`) : warning('clock', `${detail}. ${remedy}`);
}

function keyRefused(appId: number, status: number): AppDiagnosis {
  const why = status === 404 ? `there is no App ${appId} here` : `GitHub answered ${status}`;
  return failed(
    'key',
    `${why}. APP_ID and PRIVATE_KEY do not belong together, the key was deleted, or it is an App of another GitHub. Compare them with the App's settings page, and generate a key there.`,
  );
}
