import { setTimeout as wait } from 'node:timers/promises';

const ATTEMPTS = 3;
const MAX_WAIT_MS = 15_000;
const FIRST_WAIT_MS = 500;

/**
 * Runs a request again when the server was busy or failed, at most three times in all; `failed` is told of every attempt
 * that came to nothing. A server that asks to be left alone for longer than 15 s is: its error is thrown at once.
 */
export async function withRetries<T>(request: () => Promise<T>, failed: (error: unknown) => void): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request();
    } catch (error) {
      failed(error);
      const pause = pauseAfter(error, attempt);
      if (attempt >= ATTEMPTS || pause === undefined || pause > MAX_WAIT_MS) {
        throw error;
      }
      await wait(pause);
    }
  }
}

/** Milliseconds to wait; undefined when another attempt would fail as well. */
function pauseAfter(error: unknown, attempt: number): number | undefined {
  const { status, headers } = error as { status?: unknown; headers?: unknown };
  if (isCut(error)) {
    return FIRST_WAIT_MS * 2 ** (attempt - 1);
  }
  if (typeof status !== 'number' || !(status === 408 || status === 429 || status >= 500)) {
    return undefined;
  }
  const header = (name: string) => (headers instanceof Headers ? headers.get(name) : null);
  if (header('x-should-retry') === 'false') {
    return undefined;
  }
  const seconds = header('retry-after');
  const asked = Number(header('retry-after-ms') ?? (seconds === null ? Number.NaN : Number(seconds) * 1000));
  return Number.isFinite(asked) && asked >= 0 ? asked : FIRST_WAIT_MS * 2 ** (attempt - 1);
}

/** The connection broke, before or within the answer. By its words: bundled error classes have no name of their own. */
export function isCut(error: unknown): boolean {
  const { message } = error as { message?: unknown };
  return /^connection error|terminated|other side closed|premature close/i.test(String(message));
}
