import type { Answer, Loss } from './answer.ts';

/** A fault for the next requests of a route. */
export interface Fault {
  readonly route: string;
  readonly status: number;
  /** The work is done all the same; only the answer is lost. */
  readonly afterwards?: boolean;
  /** A string is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly lost?: Loss;
  /** How many requests go wrong; one where it is not said. */
  readonly times?: number;
  /** Only requests whose body this is true of. */
  readonly when?: (body: Readonly<Record<string, unknown>>) => boolean;
}

/** A fault that waits for its request. */
export interface WaitingFault extends Fault {
  left: number;
}

/** The first fault that is meant for a request; it is used up by it. */
export function takeFault(
  faults: readonly WaitingFault[],
  route: string,
  body: Readonly<Record<string, unknown>>,
): Fault | undefined {
  const fault = faults.find((one) => one.left > 0 && one.route === route && (one.when?.(body) ?? true));
  if (fault !== undefined) fault.left -= 1;
  return fault;
}

export function faultAnswer({ status, body, headers, lost }: Fault): Answer {
  const more = { ...(headers ? { headers } : {}), ...(lost ? { lost } : {}) };
  return { status, body: body ?? { message: 'injected fault' }, ...more };
}
