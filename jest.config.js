import { spawnSync } from 'node:child_process';

/** Tests over real git repositories; `npm test` runs without git as well, and says what it left out. */
const NEED_GIT = ['<rootDir>/test/github/', '<rootDir>/test/app/', '<rootDir>/test/local/', '<rootDir>/test/hostile/'];

const hasGit = spawnSync('git', ['--version']).status === 0;
if (!hasGit) process.stderr.write(`git was not found: the tests in ${NEED_GIT.join(', ')} are left out.\n`);

/** Unit and table tests. The whole-program tests have a configuration of their own: jest.e2e.config.js, jest.load.config.js. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/e2e/',
    '<rootDir>/test/load/',
    ...(hasGit ? [] : NEED_GIT),
  ],
  // Some wait for real git processes and real waits between attempts; on a busy machine Jest's own five seconds are few.
  testTimeout: 20_000,
  // Jest leaves a core idle; on the two of a small runner that is half of them.
  maxWorkers: '100%',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/support/esbuild-transform.js' },
};
