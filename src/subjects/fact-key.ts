import type { FactRequest } from '../types.ts';

/** The key under which the answer to a request is stored in a snapshot. */
export function factKey(request: FactRequest): string {
  if (request.fact === 'shell-lint') return `${request.fact}:${request.shell}:${request.script}`;
  const path = 'path' in request ? `:${request.path}` : '';
  return `${request.fact}:${request.repository}${path}@${request.ref}`;
}
