import { expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';

test.each([
  ['https://api.github.com', 'https://api.github.com/graphql'],
  ['https://git.example.org/api/v3', 'https://git.example.org/api/graphql'],
  ['https://api.octocorp.ghe.com', 'https://api.octocorp.ghe.com/graphql'],
])('GraphQL of %s is asked at %s', async (baseUrl, expected) => {
  const asked: string[] = [];
  const fetch = async (url: string) => {
    asked.push(url);
    return new Response('{"data":{}}', { headers: { 'content-type': 'application/json' } });
  };
  await new Octokit({ baseUrl, request: { fetch } }).graphql('{ viewer { login } }');
  expect(asked).toEqual([expected]);
});
