import { failureKind } from '../failure-kind.ts';
import { routeClass } from '../metrics/route-class.ts';
import { isPlain } from './plain-error.ts';

/** Their messages are ours, with numbers in them at most. */
const OURS: ReadonlySet<string> = new Set(['ReviewTooExpensive', 'RequestBudgetError', 'DatabaseError']);
const SIGNATURE = '[@octokit/webhooks] signature does not match event payload and secret';
const MAX_FRAMES = 8;
const MAX_DEPTH = 4;

interface GitHubError {
  readonly status?: unknown;
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly request?: { readonly method?: unknown; readonly url?: unknown };
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>> };
}

/**
 * What the log may say of an error. Messages and properties of errors quote what was being read: a JSON error the text,
 * an Octokit error the body of the request and the answer, a webhook error the whole event. So they are left out, but
 * for messages that are known to be ours or the operating system's.
 */
export function errorFields(error: unknown, depth = 0): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { status, code, request, response } = error as GitHubError;
  const message = harmlessMessage(error);
  const said: Record<string, unknown> = {
    type: word(error.name),
    ...(depth === 0 ? { kind: failureKind(error) } : {}),
    ...(message === undefined ? {} : { message }),
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof code === 'string' || typeof code === 'number' ? { code: word(String(code)) } : {}),
    ...(typeof request?.url === 'string'
      ? { method: word(String(request.method ?? 'GET')), route: routeClass(request.url) }
      : {}),
  };
  const id = response?.headers?.['x-github-request-id'];
  if (typeof id === 'string') said.githubRequest = word(id);
  const frames = framesOf(error);
  if (frames.length > 0) said.at = frames;
  if (depth >= MAX_DEPTH) return said;
  if (error instanceof AggregateError) said.errors = error.errors.slice(0, 3).map((one) => errorFields(one, depth + 1));
  if (error.cause !== undefined) said.cause = errorFields(error.cause, depth + 1);
  return said;
}

function harmlessMessage(error: Error): string | undefined {
  const systems = 'syscall' in error && typeof error.syscall === 'string';
  const known = error.message === SIGNATURE || error.message === 'Invalid JSON' || error.message === 'fetch failed';
  return isPlain(error) || OURS.has(error.name) || systems || known ? error.message : undefined;
}

function word(text: string): string {
  return /^[\w:.-]{1,60}$/.test(text) ? text : '[withheld]';
}

/** Where in our code and its libraries. The stack begins with the message; where it does not, nothing of it is safe. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const begin = stack.indexOf(message);
  if (begin < 0) return [];
  const lines = stack.slice(begin + message.length).split('\n');
  return lines.flatMap((line) => FRAME.exec(line)?.[1] ?? []).slice(0, MAX_FRAMES);
}

const FRAME = /^\s+at .*?\(?((?:file:\/\/|node:)?[\w@./:-]+:\d+:\d+)\)?$/;
