import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type AppStage, appStage } from '../support/app-stage.ts';
import { type FakeClaude, type FakeRequest, fakeClaude } from '../support/fake-claude.ts';
import { runProgram } from '../support/run-program.ts';
import { type TemporaryRepository, temporaryRepository } from '../support/temporary-repository.ts';

jest.setTimeout(90_000);

const PIPEWRIGHT = fileURLToPath(new URL('../../bin/pipewright.js', import.meta.url));
const FLOW = '.github/workflows/deploy.yml';
const COMMAND = './deploy.sh --target production --version 2';

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

let claude: FakeClaude;

beforeEach(async () => {
  claude = await fakeClaude([{ reply: (request) => ({ answers: isSceptic(request) ? [STANDS] : [REMARK] }) }]);
});

afterEach(() => claude.close());

function isSceptic({ raw }: FakeRequest): boolean {
  return raw.includes('# Sceptic');
}

const REMARK = {
  item: 'rollback-ready',
  outcome: 'unmet',
  severity: 'high',
  quote: COMMAND,
  path: FLOW,
  because: 'The deployment has no way back.',
  scenario: 'When version 2 fails to start, nothing brings version 1 back.',
};
const STANDS = { remark: 'R1', verdict: 'stands', quote: '', path: '', because: 'Nothing contradicts it.' };

describe('the command line', () => {
  let repository: TemporaryRepository;

  beforeEach(() => {
    repository = temporaryRepository({ [FLOW]: workflow('./deploy.sh') });
    repository.write({ [FLOW]: workflow(COMMAND) });
  });

  afterEach(() => repository.remove());

  const pipewright = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
    runProgram(process.execPath, [PIPEWRIGHT, ...args], { cwd: repository.folder, env });

  test('prints what it would send without a key, and reaches nobody', async () => {
    const env = { ANTHROPIC_BASE_URL: claude.url };
    const { code, out } = await pipewright(env, 'review', '--judge', '--dry-run');
    expect(code).toBe(0);
    expect(out).toMatch(/--- request 1 to claude-sonnet-5-5: \d+ tokens to read \(estimated from its length\)/);
    expect(out).toContain(` +       - run: ${COMMAND}`);
    expect(out).toContain('a dry run asks nobody');
    expect(claude.requests).toEqual([]);
  });

  test('with a key sends nothing either', async () => {
    const env = { ANTHROPIC_BASE_URL: claude.url, ANTHROPIC_API_KEY: 'key-of-the-test' };
    const { out } = await pipewright(env, 'review', '--judge', '--dry-run');
    expect(out).toMatch(/\d+ tokens to read \(estimated from its length\)/);
    expect(claude.requests).toEqual([]);
  });

  test('asks, reads grave remarks twice, and says what it cost', async () => {
    const env = { ANTHROPIC_BASE_URL: claude.url, ANTHROPIC_API_KEY: 'key-of-the-test' };
    const { code, out } = await pipewright(env, 'review', '--judge', '--format', 'json');
    const { findings, judge } = JSON.parse(out);
    expect(code).toBe(0);
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'judge/rollback-ready', severity: 'medium' }));
    expect(judge).toMatchObject({ state: 'ran', model: 'claude-sonnet-5-5', inputTokens: 2400 });
    expect(claude.questions().filter(isSceptic)).toHaveLength(1);
    expect(out).not.toContain('key-of-the-test');
  });
});

describe('the App', () => {
  let stage: AppStage;

  afterEach(() => stage.stop());

  test('asks from outside the thread that computes, and leaves what it heard below the check', async () => {
    const env = { ANTHROPIC_BASE_URL: claude.url, ANTHROPIC_API_KEY: 'key-of-the-test' };
    const settings = 'judge: { enabled: true }\n';
    stage = await appStage({ '.github/pipewright.yml': settings, [FLOW]: workflow('./deploy.sh') }, env);
    const pull = await stage.people.open({ [FLOW]: workflow(COMMAND) });
    await stage.settled();
    expect(stage.aggregate(pull).summary).toContain('Open items were judged by claude-sonnet-5-5');
    expect(stage.aggregate(pull).summary).toContain('The deployment has no way back.');
    expect(stage.aggregate(pull).conclusion).toBe('neutral');
    expect(stage.aggregate(pull).text).toMatch(/^<!-- pipewright judged /);
    expect(stage.app.log()).not.toContain('key-of-the-test');
  });
});
