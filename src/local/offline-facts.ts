import type { Facts } from '../types.ts';

/** Nobody is asked: every fact is unknown, and what depends on it could not be verified. */
export const offlineFacts: Facts = {
  answer: async (requests) => requests.map(() => ({ state: 'unknown' })),
};
