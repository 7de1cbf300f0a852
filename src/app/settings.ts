/** How the App runs; all of it from the environment. */
export interface AppSettings {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Root of the REST API: `https://api.github.com`, or `https://HOST/api/v3` on GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly host: string;
  readonly port: number;
  readonly webhookPath: string;
  /** Reviews at the same time. */
  readonly concurrency: number;
  /** Reviews that may wait. */
  readonly queueCapacity: number;
  /** Address of a PostgreSQL that keeps the queue, with its password; without it, the queue is in memory. */
  readonly databaseUrl: string | undefined;
  /** Seconds after which another process takes over the reviews of one that shows no life. */
  readonly takeoverSeconds: number;
  /** Off for a server without rate limits, as GitHub Enterprise Server is by default. */
  readonly throttle: boolean;
  readonly reconcile: boolean;
  /** Milliseconds that a review may compute without reading or writing anything. */
  readonly reviewMs: number;
  /** File to which the receipt of every published review is appended. */
  readonly receipts: string | undefined;
}

/** The settings, or what is wrong with the environment, each in a sentence. */
export type SettingsResult =
  | { readonly ok: true; readonly settings: AppSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the settings. There is no default for a secret: an App with a known secret would obey anybody. */
export function readSettings(env: NodeJS.ProcessEnv): SettingsResult {
  const appId = Number(env.APP_ID);
  const privateKey = privateKeyOf(env.PRIVATE_KEY);
  const webhookSecret = env.WEBHOOK_SECRET ?? '';
  const problems = [
    ...(Number.isInteger(appId) && appId > 0 ? [] : [APP_ID_MISSING]),
    ...(privateKey === undefined ? [PRIVATE_KEY_MISSING] : []),
    ...(webhookSecret === '' ? [WEBHOOK_SECRET_MISSING] : []),
    ...(env.DATABASE_URL && !isPostgresUrl(env.DATABASE_URL) ? [DATABASE_URL_WRONG] : []),
  ];
  if (problems.length > 0 || privateKey === undefined) return { ok: false, problems };
  return {
    ok: true,
    settings: {
      appId,
      privateKey,
      webhookSecret,
      apiUrl: (env.GITHUB_API_URL ?? 'https://api.github.com').replace(/\/+$/, ''),
      host: env.HOST ?? '0.0.0.0',
      port: numberOr(env.PORT, 3000),
      webhookPath: env.WEBHOOK_PATH ?? '/api/github/webhooks',
      concurrency: numberOr(env.PIPEWRIGHT_CONCURRENCY, 4),
      queueCapacity: numberOr(env.PIPEWRIGHT_QUEUE, 10_000),
      databaseUrl: env.DATABASE_URL || undefined,
      takeoverSeconds: Math.max(numberOr(env.PIPEWRIGHT_TAKEOVER_SECONDS, 60), MIN_TAKEOVER),
      throttle: env.GITHUB_THROTTLE !== 'off',
      reconcile: env.PIPEWRIGHT_RECONCILE !== 'off',
      receipts: env.PIPEWRIGHT_RECEIPTS || undefined,
      reviewMs: numberOr(env.PIPEWRIGHT_REVIEW_SECONDS, 45) * 1000,
    },
  };
}

const WHERE = "on the App's settings page: Settings > Developer settings > GitHub Apps > (your App) > General";
const APP_ID_MISSING = `APP_ID is not a number. Without it nobody knows which App this is. Find it ${WHERE}, "App ID".`;
const PRIVATE_KEY_MISSING = `PRIVATE_KEY is missing or no PEM text. Without it GitHub gives no tokens. Generate one ${WHERE}, "Private keys", and set its text (line breaks may be written as \\n, or all of it in base64).`;
const WEBHOOK_SECRET_MISSING = `WEBHOOK_SECRET is not set. Without it anybody could send events. Set the same long random value here and ${WHERE}, "Webhook secret".`;

const DATABASE_URL_WRONG =
  'DATABASE_URL is no address of a PostgreSQL. Without one the queue cannot be shared. Set postgres://USER:PASSWORD@HOST:5432/DATABASE, with special characters of the password percent-encoded, or leave it out to keep the queue in memory.';

/** Seconds: signs of life come every second, and may come late. */
const MIN_TAKEOVER = 4;

function isPostgresUrl(value: string): boolean {
  return URL.canParse(value) && ['postgres:', 'postgresql:'].includes(new URL(value).protocol);
}

/** PEM text as it is, with `\n` for line breaks as dotenv files have it, or in base64. */
function privateKeyOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const candidates = [value.replaceAll('\\n', '\n'), Buffer.from(value, 'base64').toString('utf8')];
  return candidates.find((text) => /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text));
}

function numberOr(value: string | undefined, fallback: number): number {
  const number = Number(value);
  return value !== undefined && Number.isInteger(number) && number >= 0 ? number : fallback;
}
