import type { FakeState } from './state.ts';

/** A request as the handlers see it. */
export interface Asked {
  readonly state: FakeState;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** Asks for a delivery to be sent again. */
  readonly redeliver: (id: number) => void;
}

export interface Answer {
  readonly status: number;
  /** Completed with whatever else the schema requires. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How it gets lost on its way. */
  readonly lost?: Loss;
}

/** `reset` before a byte of it, `cut` in its middle; `never`: the connection stays open and silent. */
export type Loss = 'reset' | 'cut' | 'never';

export type Handler = (asked: Asked) => Answer;

export const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } };

export function unprocessable(...errors: readonly string[]): Answer {
  return { status: 422, body: { message: 'Unprocessable Entity', errors } };
}

/** The same for routes that describe each error. */
export function invalid(message: string): Answer {
  return { status: 422, body: { message: 'Validation Failed', errors: [{ code: 'custom', message }] } };
}

/** One page of a listing. */
export function pageOf<Item>(items: readonly Item[], query: URLSearchParams): readonly Item[] {
  const size = Number(query.get('per_page') ?? 30);
  const page = Number(query.get('page') ?? 1);
  return items.slice((page - 1) * size, page * size);
}

/** A text of the request's body. */
export function textOf(body: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = body[key];
  return typeof value === 'string' ? value : undefined;
}
