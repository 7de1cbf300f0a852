import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Milliseconds. GitHub's own part of the flow takes at most an hour. */
const LIFE = 60 * 60_000;
const MAX_STATES = 20;

/** Who may set the App up: whoever reads the log has the token, and GitHub gives back a state that we gave it. */
export interface Tickets {
  readonly token: string;
  /** Whether this is the token, in time, and no App was made yet. */
  admits(token: string): boolean;
  /** A word for GitHub to bring back. */
  newState(): string;
  /** Whether the word is one of ours; it is good once. */
  takeState(state: string): boolean;
  /** From now on nobody is admitted. */
  close(): void;
}

export function createTickets(now: () => number = Date.now): Tickets {
  const token = randomBytes(32).toString('base64url');
  const until = now() + LIFE;
  const states = new Set<string>();
  let open = true;
  return {
    token,
    admits: (given) => open && now() < until && isSame(given, token),
    newState() {
      // Whoever has the token may press the button again, but not fill the memory.
      if (states.size >= MAX_STATES) states.clear();
      const state = randomBytes(32).toString('base64url');
      states.add(state);
      return state;
    },
    takeState: (given) => open && now() < until && states.delete(given),
    close() {
      open = false;
      states.clear();
    },
  };
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
