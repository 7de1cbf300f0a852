import type { LogFormat, LogLevel } from './logging/create-log.ts';
import { readVariables } from './settings/read-variables.ts';

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
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
}

/** The settings, or what is wrong with the environment, each in a sentence. */
export type SettingsResult =
  | { readonly ok: true; readonly settings: AppSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the settings. There is no default for a secret: an App with a known secret would obey anybody. */
export function readSettings(env: NodeJS.ProcessEnv): SettingsResult {
  const result = readVariables(env);
  if (!result.ok) return result;
  const { values } = result;
  return {
    ok: true,
    settings: {
      appId: values.APP_ID,
      privateKey: values.PRIVATE_KEY,
      webhookSecret: values.WEBHOOK_SECRET,
      apiUrl: values.GITHUB_API_URL,
      host: values.HOST,
      port: values.PORT,
      webhookPath: values.WEBHOOK_PATH,
      concurrency: values.PIPEWRIGHT_CONCURRENCY,
      queueCapacity: values.PIPEWRIGHT_QUEUE,
      databaseUrl: values.DATABASE_URL,
      takeoverSeconds: values.PIPEWRIGHT_TAKEOVER_SECONDS,
      throttle: values.GITHUB_THROTTLE,
      reconcile: values.PIPEWRIGHT_RECONCILE,
      reviewMs: values.PIPEWRIGHT_REVIEW_SECONDS * 1000,
      receipts: values.PIPEWRIGHT_RECEIPTS || undefined,
      logLevel: values.LOG_LEVEL,
      logFormat: values.LOG_FORMAT,
    },
  };
}
