import type { Log } from '../log.ts';
import { routeClass } from '../metrics/route-class.ts';

/** What Probot and Octokit expect of a log. */
export interface LibraryLog {
  readonly level: string;
  trace(...said: readonly unknown[]): void;
  debug(...said: readonly unknown[]): void;
  info(...said: readonly unknown[]): void;
  warn(...said: readonly unknown[]): void;
  error(...said: readonly unknown[]): void;
  fatal(...said: readonly unknown[]): void;
  child(fields: object): LibraryLog;
}

/**
 * A log for libraries. They log bodies of requests and whole webhooks, and put addresses and headers into messages: of
 * what they say only that a rate limit was hit, that a route is deprecated, and what kind of error it was is passed on.
 */
export function libraryLog(log: Log): LibraryLog {
  const nothing = () => {};
  const fail = (...said: readonly unknown[]) => {
    const error = said.find((one) => one instanceof Error) ?? (said[0] as { readonly err?: unknown } | undefined)?.err;
    log.error({ err: error }, 'a library reported an error');
  };
  return {
    level: 'info',
    trace: nothing,
    debug: nothing,
    info: nothing,
    warn: (...said) => warn(log, String(said.find((one) => typeof one === 'string') ?? '')),
    error: fail,
    fatal: fail,
    child: () => libraryLog(log),
  };
}

function warn(log: Log, message: string): void {
  const [, method = '', url = ''] = /"([A-Z]+) ([^"\s]+)"/.exec(message) ?? [];
  const fields = url === '' ? {} : { method, route: routeClass(url) };
  log.warn(fields, meaningOf(message));
}

function meaningOf(message: string): string {
  if (/rate limit/i.test(message)) return 'GitHub asked to wait; the request is sent again';
  return /deprecat/i.test(message) ? 'GitHub calls this route deprecated' : 'a library gave a warning';
}
