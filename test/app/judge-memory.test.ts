import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { review } from '../../src/app/review.ts';
import { markerKey, writeMarker } from '../../src/github/comments/markers.ts';
import { emptyMemory } from '../../src/judge/memory.ts';
import { packMemory, unpackMemory } from '../../src/judge/pack-memory.ts';
import { type FakeClaude, fakeClaude } from '../support/fake-claude.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { openPull, reviewOfPull } from './open-pull.ts';
import { serviceFor } from './service-fixture.ts';

let github: FakeGitHub;
let claude: FakeClaude;
const before = { ...process.env };
const FLOW = '.github/workflows/deploy.yml';

beforeEach(async () => {
  github = await startFakeGitHub();
  claude = await fakeClaude([{ reply: ({ raw }) => ({ answers: answersTo(raw) }) }], undefined, { tokens: 1000 });
  process.env.ANTHROPIC_API_KEY = 'key-of-the-test';
  process.env.ANTHROPIC_BASE_URL = claude.url;
});

afterEach(async () => {
  process.env = { ...before };
  await Promise.all([github.close(), claude.close()]);
  expect(github.violations).toEqual([]);
});

/** To every open item of a question: that nothing tells. */
function answersTo(raw: string): readonly object[] {
  const open = raw.split('Open items, and the hunks')[1] ?? '';
  return [...open.matchAll(/- \\"([\w-]+)\\":/g)].map(([, item]) => ({
    item,
    outcome: 'undecided',
    severity: 'low',
    quote: '',
    path: '',
    because: 'The changed lines do not tell.',
    scenario: '',
  }));
}

function workflow(command: string): string {
  return `on: push
permissions:
  contents: read
jobs:
  deploy:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: ${command}
`;
}

function open(settings = 'judge: { enabled: true }\n') {
  github.state.git.commit('main', { '.github/pipewright.yml': settings, [FLOW]: workflow('./deploy.sh --atomic') });
  return openPull(github, { [FLOW]: workflow('./deploy.sh --force') });
}

/** Every time by another process: nothing is known but what stands on GitHub. */
async function reviewed(target: Parameters<typeof review>[1]['target'], service = serviceFor(github)): Promise<string> {
  await review(service, { do: 'review', target }, new AbortController().signal);
  return aggregate()?.summary ?? '';
}

function aggregate() {
  return github.state.checkRuns.findLast(({ name }) => name === 'Pipewright');
}

function push(command: string, from = 'feature') {
  const headSha = github.state.git.commit('feature', { [FLOW]: workflow(command) }, { from });
  const pull = github.state.pulls.get(7);
  if (pull === undefined) throw new Error('There is no pull request.');
  pull.headSha = headSha;
  return reviewOfPull(pull).target;
}

describe('what the model answered', () => {
  test('stands signed below the check, and is not asked again by another process', async () => {
    const { target } = reviewOfPull(open());
    expect(await reviewed(target)).toMatch(/Open items were judged by claude-sonnet-5-5 \(\d+ tokens in/);
    const asked = claude.questions().length;
    expect(asked).toBeGreaterThan(0);
    expect(aggregate()?.text).toMatch(/^<!-- pipewright judged [\w-]+ [0-9a-f]{32} -->\n\n<details><summary>Receipt/);

    expect(await reviewed(target)).toContain('an answer of claude-sonnet-5-5 to the same lines was used again');
    expect(claude.questions()).toHaveLength(asked);
  });

  test('is used for a push that leaves the reviewed lines alone, and not for one that does not', async () => {
    await reviewed(reviewOfPull(open()).target);
    const asked = claude.questions().length;
    await reviewed(push('./deploy.sh --force'));
    expect(claude.questions()).toHaveLength(asked);
    await reviewed(push('./deploy.sh --yes'));
    expect(claude.questions().length).toBeGreaterThan(asked);
  });

  test('holds for the merge group of the pull request, and nobody is asked for one', async () => {
    await reviewed(reviewOfPull(open()).target);
    const asked = claude.questions().length;
    const { git } = github.state;
    const baseSha = git.resolve('main') ?? '';
    const headSha = git.commit(
      'gh-readonly-queue/main/pr-7-abc',
      { [FLOW]: workflow('./deploy.sh --force') },
      { from: 'main' },
    );
    const group = { installation: 42, owner: 'acme', repo: 'churn', baseSha, headSha };
    expect(await reviewed(group)).toContain('From an earlier review');

    const other = git.commit('gh-readonly-queue/main/pr-7-abc', { [FLOW]: workflow('./other.sh') }, { from: 'main' });
    expect(await reviewed({ ...group, headSha: other })).toContain('no answer to the same lines is remembered');
    expect(claude.questions()).toHaveLength(asked);
  });

  test.each([
    ['with another key', 'other', 'acme/churn', 7],
    ['for another pull request', 'secret', 'acme/churn', 8],
    ['for another repository', 'secret', 'acme/other', 7],
  ])('is not believed when it is signed %s', async (_what, secret, repository, number) => {
    const { target } = reviewOfPull(open());
    const subject = packMemory({ spent: 900_000, answers: new Map() }, 1000) ?? '';
    await reviewed(target);
    const run = aggregate();
    if (run) run.text = writeMarker({ key: markerKey(secret), repository, number }, { kind: 'judged', subject });
    const asked = claude.questions().length;
    await reviewed(target);
    expect(claude.questions().length).toBeGreaterThan(asked);
  });
});

describe('the budget', () => {
  const SMALL = 'judge: { enabled: true, max-tokens: 4000 }\n';

  test('holds across pushes and processes, and the check says when it is used up', async () => {
    await reviewed(reviewOfPull(open(SMALL)).target);
    await reviewed(push('./deploy.sh --one'));
    const asked = claude.questions().length;
    expect(await reviewed(push('./deploy.sh --two'))).toMatch(
      /were not judged by .*: the budget of 4000 tokens for this pull request has too little left/,
    );
    expect(claude.questions()).toHaveLength(asked);
  });

  test('holds across a forced push, where the event names the head before it', async () => {
    const first = reviewOfPull(open(SMALL)).target;
    await reviewed(first);
    const second = push('./deploy.sh --one', 'main');
    await reviewed({ ...second, before: first.headSha });
    const asked = claude.questions().length;
    const third = push('./deploy.sh --two', 'main');
    await reviewed({ ...third, before: second.headSha });
    expect(claude.questions()).toHaveLength(asked);
  });

  test('holds within a process whatever is pushed', async () => {
    const service = serviceFor(github);
    await reviewed(reviewOfPull(open(SMALL)).target, service);
    await reviewed(push('./deploy.sh --one', 'main'), service);
    const asked = claude.questions().length;
    await reviewed(push('./deploy.sh --two', 'main'), service);
    expect(claude.questions()).toHaveLength(asked);
  });

  test('cannot be read: nobody is asked, and the check says so', async () => {
    const { target } = reviewOfPull(open());
    github.fail({ route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits', status: 404 });
    expect(await reviewed(target)).toContain('No model was asked: what the model was asked before could not be read');
    expect(claude.questions()).toHaveLength(0);
  });
});

describe('a packed memory', () => {
  test('is what it was', () => {
    const memory = { spent: 12, answers: new Map([['a', '{"answers":[]}']]) };
    expect(unpackMemory(packMemory(memory, 1000) ?? '')).toEqual(memory);
  });

  test('loses its oldest answers where there is little room, and never what was spent', () => {
    const memory = emptyMemory();
    memory.spent = 77;
    for (let index = 0; index < 50; index++) memory.answers.set(`k${index}`, randomBytes(60).toString('hex'));
    const packed = packMemory(memory, 1500) ?? '';
    const known = unpackMemory(packed);
    expect(packed.length).toBeLessThanOrEqual(1500);
    expect(known?.spent).toBe(77);
    expect([...(known?.answers.keys() ?? [])].at(-1)).toBe('k49');
    expect(known?.answers.has('k0')).toBe(false);
  });

  test.each(['', 'x', 'AAAA', Buffer.from('{"v":1}').toString('base64url')])('is none: %j', (text) => {
    expect(unpackMemory(text)).toBeUndefined();
  });
});
