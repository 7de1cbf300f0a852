import { describe, expect, test } from '@jest/globals';
import { codeOwnersOf, readCodeOwners } from '../../src/policy/code-owners.ts';
import { nameOwners, ownersAt, ownersOfPaths } from '../../src/policy/name-owners.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { DEFAULT_POLICY } from '../../src/policy/settings-schema.ts';
import type { FileContent, Policy } from '../../src/types.ts';
import { aFinding } from './a-finding.ts';

describe('a pattern of CODEOWNERS', () => {
  // As the examples of GitHub's documentation have it.
  test.each([
    ['*', 'a/b/c.tf', true],
    ['*.js', 'web/src/index.js', true],
    ['*.js', 'web/src/index.ts', false],
    ['/build/logs/', 'build/logs/deep/one.log', true],
    ['/build/logs/', 'web/build/logs/one.log', false],
    ['docs/*', 'docs/getting-started.md', true],
    ['docs/*', 'docs/build-app/troubleshooting.md', false],
    ['docs/*', 'web/docs/getting-started.md', false],
    ['apps/', 'src/apps/a/b.ts', true],
    ['apps/', 'src/apps', false],
    ['/docs/', 'docs/a.md', true],
    ['/apps/github', 'apps/github/deep/a.ts', true],
    ['/apps/github', 'apps/github', true],
    ['**/logs', 'build/logs/deep/one.log', true],
    ['**/logs', 'logs/one.log', true],
    ['infra/**/*.tf', 'infra/a/b/main.tf', true],
    ['infra/**/*.tf', 'infra/main.tf', true],
    ['infra/**', 'infra/a/b/main.tf', true],
    ['infra', 'a/infra/main.tf', true],
    ['/infra', 'a/infra/main.tf', false],
    ['Infra/', 'infra/main.tf', false],
  ])('%s and %s: %s', (pattern, path, fits) => {
    expect(codeOwnersOf(path, readCodeOwners(`${pattern} @acme/team\n`))).toEqual(fits ? ['@acme/team'] : []);
  });
});

describe('the file', () => {
  const lines = readCodeOwners(`# who owns what
*            @acme/everybody
/infra/      @acme/platform ana@example.com # and the on-call
/infra/free/
/my\\ folder/ @ana
!/infra/x/   @nobody
/[ab]/       @nobody
/broken/     nobody
`);

  test.each([
    ['README.md', ['@acme/everybody']],
    ['infra/main.tf', ['@acme/platform', 'ana@example.com']],
    ['infra/free/main.tf', []],
    ['my folder/a', ['@ana']],
    ['infra/x/a', ['@acme/platform', 'ana@example.com']],
    ['a/b', ['@acme/everybody']],
    ['broken/a', ['@acme/everybody']],
  ])('says of %s by its last line that fits: %j', (path, owners) => {
    expect(codeOwnersOf(path, lines)).toEqual(owners);
  });

  test('is the first of the three places', async () => {
    const text = (owner: string): FileContent => ({ state: 'text', text: `* ${owner}\n` });
    const files = new Map([
      ['docs/CODEOWNERS', text('@c')],
      ['CODEOWNERS', text('@b')],
    ]);
    const facts = { answer: async () => [] };
    const owners = async () => {
      const policy = await readPolicy({ readPolicy: async () => files }, facts, new Date(0), new Set(), {});
      return ownersAt(policy, 'a');
    };

    expect(await owners()).toEqual(['@b']);
    files.set('.github/CODEOWNERS', text('@a'));
    expect(await owners()).toEqual(['@a']);
  });
});

describe('owners of a finding', () => {
  const policy: Policy = {
    ...DEFAULT_POLICY,
    codeOwners: readCodeOwners('* @acme/everybody\n/free/\n'),
    scopes: [
      { paths: ['services/**'], owners: [], rules: {}, ruleModes: {} },
      { paths: ['services/pay/**'], owners: ['@acme/pay'], rules: {}, ruleModes: {} },
    ],
  };

  test('are those of its scope, else those of CODEOWNERS', () => {
    expect(ownersAt(policy, 'services/pay/Dockerfile')).toEqual(['@acme/pay']);
    expect(ownersAt(policy, 'services/web/Dockerfile')).toEqual(['@acme/everybody']);
    expect(nameOwners([aFinding()], policy)[0]?.owners).toEqual(['@acme/everybody']);
  });

  test('are told once for paths owned together, and not for paths without owners', () => {
    expect(ownersOfPaths(['a', 'b', 'free/c', 'services/pay/d'], policy)).toEqual([['@acme/everybody'], ['@acme/pay']]);
  });
});
