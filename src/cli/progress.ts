import type { Streams } from './streams.ts';

const PATIENCE_MS = 1000;

/** Tells a waiting person what is going on, when it takes over a second; the line is gone when the work is done. */
export async function withProgress<T>(
  streams: Streams,
  what: string | (() => string),
  work: () => Promise<T>,
): Promise<T> {
  if (!streams.watched) return work();
  const started = Date.now();
  const show = () =>
    streams.err(
      `\r\u001b[K${typeof what === 'string' ? what : what()} … ${Math.round((Date.now() - started) / 1000)} s`,
    );
  let ticking: ReturnType<typeof setInterval> | undefined;
  const waiting = setTimeout(() => {
    show();
    ticking = setInterval(show, 1000);
  }, PATIENCE_MS);
  try {
    return await work();
  } finally {
    clearTimeout(waiting);
    if (ticking) {
      clearInterval(ticking);
      streams.err('\r\u001b[K');
    }
  }
}
