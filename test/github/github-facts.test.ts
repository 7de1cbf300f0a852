import { expect, test } from '@jest/globals';
import type { GitHubClient } from '../../src/github/client.ts';
import { githubFacts } from '../../src/github/github-facts.ts';
import type { FactRequest } from '../../src/types.ts';

const FILE: FactRequest = { fact: 'file-at-ref', repository: 'acme/.github', path: 'pipewright.yml', ref: 'main' };

test('a file that settings extend is asked for again after an answer that failed, and not after one that came', async () => {
  const answers = [undefined, 'mode: enforce\n', 'mode: observe\n'];
  const graphql = async () => {
    const text = answers.shift();
    if (text === undefined) throw new Error('502');
    return { repository: { object: { text, isTruncated: false } } };
  };
  const client = { request: { defaults: () => undefined }, graphql } as unknown as GitHubClient;
  const facts = githubFacts(client);

  expect(await facts.answer([FILE])).toEqual([{ state: 'unknown' }]);
  expect(await facts.answer([FILE])).toEqual([{ state: 'known', value: 'mode: enforce\n' }]);
  expect(await facts.answer([FILE])).toEqual([{ state: 'known', value: 'mode: enforce\n' }]);
});
