import type { FactRequest } from '../types.ts';

/** The key under which the answer to a request is stored in a snapshot. */
export function factKey(request: FactRequest): string {
  return `${request.fact}:${request.repository}@${request.ref}`;
}
