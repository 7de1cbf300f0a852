import type { Facts } from '../types.ts';

/**
 * Nobody is asked: every fact is unknown, and what depends on it could not be verified. `organisation` is the text that
 * stands for the file of settings which a repository extends.
 */
export function localFacts(organisation?: string): Facts {
  return {
    kinds: organisation === undefined ? [] : ['file-at-ref'],
    answer: async (requests) =>
      requests.map(({ fact }) =>
        fact === 'file-at-ref' && organisation !== undefined
          ? { state: 'known', value: organisation }
          : { state: 'unknown' },
      ),
  };
}
