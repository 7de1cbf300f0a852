import type { Terminal } from '../output/ansi.ts';

/** Where a command writes. Faked in tests; the door passes the process's own. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** How `out` is shown. */
  readonly terminal: Terminal;
  /** Whether a person watches `err`. */
  readonly watched: boolean;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The streams of this process: colour only on a terminal, and not where NO_COLOR asks for none. */
export function processStreams(): Streams {
  const { stdout, stderr, env } = process;
  const color =
    env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0'
      ? true
      : stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    terminal: { color, width: Math.min(stdout.columns ?? 100, 140) },
    watched: stderr.isTTY === true,
    cwd: process.cwd(),
    env,
  };
}
