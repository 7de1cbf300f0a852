import type { Files } from '../support/fake-github/import-stream.ts';
import type { FakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';

/** A step that is sure to be spoken of. */
const STEP = `      - run: |
          echo "New: \${{ github.event.issue.title }}"
`;

/** A workflow with a problem that gets a comment. */
export const INJECTION = `on: issues
permissions:
  contents: read
jobs:
  greet:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
${STEP}`;

/** Opens pull request 7 on a branch from main, without telling anybody. */
export function openPull(github: FakeGitHub, files: Files, given: Partial<FakePull> = {}): FakePull {
  const { state } = github;
  const headSha = state.git.commit('feature', files, { from: 'main' });
  const texts = { author: 'ada', title: 'Faster', body: '' };
  const place = { number: 7, base: 'main', branch: 'feature', headSha };
  const pull: FakePull = { ...texts, ...place, draft: false, open: true, fork: false, ...given };
  state.pulls.set(pull.number, pull);
  return pull;
}

/** What the App is asked to do for it. */
export function reviewOfPull({ number, headSha }: FakePull) {
  return { do: 'review', target: { installation: 42, owner: 'acme', repo: 'churn', number, headSha } } as const;
}
