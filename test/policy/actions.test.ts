import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { reviewFiles } from '../support/review-files.ts';

const SHA = '8f4b7f84864484a7bf31766abe9204da3cbe65b3';
const SETTINGS = '.github/pipewright.yml';

const workflow = (uses: string) =>
  `on: push\npermissions: {}\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    timeout-minutes: 5\n    steps:\n      - uses: ${uses}\n`;

/** What a pull request is told that brings an action. */
async function forbidden(settings: string, uses: string): Promise<readonly string[]> {
  const { findings } = await reviewFiles(
    { [SETTINGS]: settings },
    { [SETTINGS]: settings, '.github/workflows/ci.yml': workflow(uses) },
  );
  return findings.filter(({ rule }) => rule === 'forbidden-action').map(({ message }) => message.what);
}

describe('the settings say which actions may be used', () => {
  test.each([
    ['an owner', 'actions: { deny: [some-org/*] }', `some-org/tool@${SHA}`],
    ['an owner, for an action in a folder', 'actions: { deny: [some-org/*] }', `some-org/tool/setup@${SHA}`],
    ['a repository, for an action in a folder', 'actions: { deny: [some-org/tool] }', `some-org/tool/setup@${SHA}`],
    ['a ref', 'actions: { deny: ["*/*@main"] }', 'some-org/tool@main'],
    ['what is not on the list', 'actions: { allow: [actions/*] }', `some-org/tool@${SHA}`],
    ['what is on the list with another ref', 'actions: { allow: [some-org/tool@v2.*] }', 'some-org/tool@v1.0'],
    ['what is on both lists', 'actions: { allow: [some-org/*], deny: [some-org/tool] }', `Some-Org/Tool@${SHA}`],
  ])('%s is forbidden', async (_, settings, uses) => {
    expect(await forbidden(settings, uses)).toHaveLength(1);
  });

  test.each([
    ['where nothing is said', 'mode: advise', `some-org/tool@${SHA}`],
    ['on the list', 'actions: { allow: [some-org/tool@v2.*] }', 'some-org/tool@v2.1'],
    ['with another path', 'actions: { deny: [some-org/tool/setup] }', `some-org/tool/lint@${SHA}`],
    ['with a longer name', 'actions: { deny: [some-org/tool] }', `some-org/tools@${SHA}`],
    ['of the repository itself', 'actions: { allow: [actions/*] }', './.github/actions/own'],
  ])('an action %s is allowed', async (_, settings, uses) => {
    expect(await forbidden(settings, uses)).toEqual([]);
  });
});

test("an organisation's lists hold beside those of the repository, which can add to them and not replace them", () => {
  const { actions } = loadPolicy(
    {
      settings: { path: SETTINGS, text: 'extends: acme/.github:p.yml@main\nactions: { allow: [some-org/*] }\n' },
      organisation: { path: 'acme/.github:p.yml@main', text: 'locked:\n  actions: { deny: [some-org/tool] }\n' },
    },
    new Date('2026-11-20'),
  );

  expect(actions).toEqual([
    { allow: ['some-org/*'], deny: [] },
    { allow: [], deny: ['some-org/tool'] },
  ]);
});

describe('a change of the settings that lets more actions in is stopped', () => {
  const rulesOf = async (before: string, after: string) =>
    (await reviewFiles({ [SETTINGS]: before }, { [SETTINGS]: after })).findings.map(({ rule }) => rule);

  test.each([
    ['one more is allowed', 'actions: { allow: [actions/*] }', 'actions: { allow: [actions/*, some-org/*] }'],
    ['the list goes', 'actions: { allow: [actions/*] }', 'mode: advise'],
    ['one is no longer forbidden', 'actions: { deny: [a/b, c/d] }', 'actions: { deny: [a/b] }'],
  ])('%s', async (_, before, after) => {
    expect(await rulesOf(before, after)).toEqual(['review-config-weakened']);
  });

  test('one more is forbidden, and a list is begun: that is no loosening', async () => {
    expect(await rulesOf('mode: advise', 'actions: { allow: [actions/*], deny: [a/b] }')).toEqual([]);
  });
});
