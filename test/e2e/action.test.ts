import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { type Ran, runProgram } from '../support/run-program.ts';

const DIST = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
const CI = '.github/workflows/ci.yml';
const WORKFLOW = `on: push
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - run: make
`;
const WIDENED = WORKFLOW.replace('contents: read', 'contents: write');

let github: FakeGitHub;
let people: Driver;
let folder: string;

beforeEach(async () => {
  github = await startFakeGitHub();
  Object.assign(github.state, { slug: 'github-actions' });
  people = driver(github, { url: 'http://127.0.0.1:9/', secret: 'nobody listens' });
  github.state.git.commit('main', { [CI]: WORKFLOW, 'README.md': 'Pears.\n' });
  folder = mkdtempSync(join(tmpdir(), 'pipewright-'));
});

afterEach(async () => {
  await github.close();
  rmSync(folder, { recursive: true });
});

interface Step extends Ran {
  readonly summary: string;
  readonly outputs: string;
}

/** Runs the bundle as the runner does: with its environment and files. */
async function step(
  event: string,
  payload: object,
  inputs: Readonly<Record<string, string>> = {},
  sha = '',
): Promise<Step> {
  const file = (name: string, text = '') => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const [summary, outputs] = [file('summary.md'), file('outputs')];
  const given = {
    TOKEN: 'ghs_token',
    COMMENTS: 'true',
    MODE: '',
    STRICTNESS: '',
    PERSONA: '',
    'SARIF-FILE': '',
    'ANTHROPIC-API-KEY': '',
    ...inputs,
  };
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_REPOSITORY: 'acme/churn',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
    GITHUB_SHA: sha,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: outputs,
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name}`, value])),
  };
  const ran = await runProgram(process.execPath, [DIST], { cwd: folder, env });
  return { ...ran, summary: readFileSync(summary, 'utf8'), outputs: readFileSync(outputs, 'utf8') };
}

const pullRequest = (number: number) => ({ action: 'synchronize', pull_request: { number } });

describe('on a pull request', () => {
  test('reviews it by API: annotation, job summary, outputs, a comment, and the exit code of the gate', async () => {
    const pull = await people.open({ [CI]: WIDENED });

    const { code, out, summary, outputs } = await step('pull_request', pullRequest(pull.number), { MODE: 'enforce' });

    expect(out).toContain(`::error file=${CI},line=3`);
    expect(summary).toContain('permissions-widened');
    expect(outputs).toMatch(/conclusion<<.*\nfailure/);
    expect(code).toBe(1);
    expect(github.state.lineComments).toEqual([
      expect.objectContaining({
        path: CI,
        line: 3,
        body: expect.stringContaining('```suggestion\n  contents: read\n```'),
      }),
    ]);
    expect(github.state.issueComments).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  test('run twice posts nothing twice', async () => {
    const pull = await people.open({ [CI]: WIDENED });
    await step('pull_request', pullRequest(pull.number));
    await step('pull_request', pullRequest(pull.number));

    expect(github.state.lineComments).toHaveLength(1);
    expect(github.state.issueComments).toHaveLength(1);
  });

  test('an input can tighten the settings of the base and not loosen them', async () => {
    github.state.git.commit('main', { '.github/pipewright.yml': 'mode: enforce\n' });
    const pull = await people.open({ [CI]: WIDENED });

    expect((await step('pull_request', pullRequest(pull.number), { MODE: 'observe' })).code).toBe(1);
  });

  test('with a token that may not comment says the same elsewhere', async () => {
    const pull = await people.open({ [CI]: WIDENED }, { fork: true });
    github.fail({ route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', status: 403 });

    const { code, out, summary } = await step('pull_request', pullRequest(pull.number), { MODE: 'enforce' });

    expect(code).toBe(1);
    expect(out).toContain('::error');
    expect(out).toContain('::warning');
    expect(summary).toContain('permissions-widened');
  });

  test('writes SARIF where it is asked to', async () => {
    const pull = await people.open({ [CI]: WIDENED });
    const file = join(folder, 'out', 'pipewright.sarif');

    await step('pull_request', pullRequest(pull.number), { 'SARIF-FILE': file });

    const [run] = JSON.parse(readFileSync(file, 'utf8')).runs;
    expect(run.results).toEqual([
      expect.objectContaining({
        ruleId: 'permissions-widened',
        partialFingerprints: { primaryLocationLineHash: expect.any(String) },
      }),
    ]);
  });

  test('that changes nothing of interest passes without a word', async () => {
    const pull = await people.open({ 'README.md': 'Pears and plums.\n' });

    const { code } = await step('pull_request', pullRequest(pull.number), { MODE: 'enforce' });

    expect(code).toBe(0);
    expect(github.state.issueComments).toEqual([]);
  });

  test('that cannot be read fails with the reason and never passes', async () => {
    const { code, out } = await step('pull_request', pullRequest(999));

    expect(code).toBe(3);
    expect(out).toContain('::error::Pipewright could not review this');
  });
});

test('on a merge group the range is reviewed and nothing is commented', async () => {
  const pull = await people.open({ [CI]: WIDENED });
  const head = await people.queueForMerge(pull);
  const group = { base_sha: github.state.git.resolve('main'), head_sha: head };

  const { code } = await step('merge_group', { merge_group: group }, { MODE: 'enforce' });

  expect(code).toBe(1);
  expect(github.state.lineComments).toEqual([]);
});

test('on a schedule all files are scanned, and what is old fails nobody', async () => {
  const sha = github.state.git.commit('main', { [CI]: `${WORKFLOW}      - uses: pear/tree@v1\n` });

  const { code, out, summary } = await step('schedule', {}, {}, sha);

  expect(code).toBe(0);
  expect(out).toContain('unpinned-uses');
  expect(summary).toContain('unpinned-uses');
});

test('on an event that names no change it says which ones do', async () => {
  const { code, out } = await step('issues', {});

  expect(code).toBe(2);
  expect(out).toContain('Run it on pull_request');
});

test('a value of an input that is not known is named with the right ones', async () => {
  const { code, out } = await step('pull_request', pullRequest(1), { MODE: 'enforced' });

  expect(code).toBe(3);
  expect(out).toContain('Did you mean `enforce`?');
});
