import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AppStage, appStage } from '../support/app-stage.ts';
import type { Files } from '../support/fake-github/import-stream.ts';
import { type FakeComment, type FakePull, newId } from '../support/fake-github/state.ts';

/** What an author may try, each as a sentence; docs/trust.md is the table of them. */

const SETTINGS = '.github/pipewright.yml';
const WAIVERS = '.github/pipewright-waivers.yml';
const PATH = '.github/workflows/greet.yml';
const HEADER = `on: issues
permissions:
  contents: read
jobs:
  greet:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
`;
const GOOD = `${HEADER}      - run: make greet\n`;
const BAD = `${HEADER}      - run: echo "\${{ github.event.issue.title }}"\n`;
const AGENT = `---
name: greeter
description: Looks at greetings. Use for workflows.
---

- [ ] No untrusted text in scripts
`;
/** Would be asked if it stood on the base branch. */
const GUEST = `---
name: devops-engineer
description: Reviews workflows and deployments.
---

- [ ] Actions are pinned to a commit SHA
- [ ] Secrets are never hardcoded
- [ ] Tests run in CI
`;
/** Everything that is found gates. */
const STRICT = 'mode: enforce\nstrictness: pedantic\ngate: { severity: info, confidence: heuristic }\n';
/** Two megabytes. */
const PADDING = `# ${'x'.repeat(1022)}\n`.repeat(2048);
const PEOPLE = { author: 'ada', committer: 'ada' };

let stage: AppStage;

beforeAll(async () => {
  stage = await appStage({
    'README.md': '# Churn\n',
    [SETTINGS]: 'mode: enforce\nagents: [.github/agents/greeter.md]\n',
    '.github/agents/greeter.md': AGENT,
    '.github/workflows/other.yml': GOOD,
    'docs/greet.yml': BAD,
  });
  stage.github.state.writers.add('linus');
});

afterAll(async () => {
  await stage.stop();
  expect(stage.github.violations).toEqual([]);
});

async function proposed(files: Files, base = 'main'): Promise<FakePull> {
  const pull = await stage.people.open(files, { base });
  await stage.settled();
  return pull;
}

function branch(name: string, files: Files): string {
  stage.github.state.git.commit(name, files, { from: 'main' });
  return name;
}

const conclusion = (pull: FakePull) => stage.aggregate(pull).conclusion;
const page = (pull: FakePull) => stage.aggregate(pull).summary ?? '';

function fingerprintOn(pull: FakePull): string {
  const own = stage.github.state.issueComments.filter((comment) => comment.pull === pull.number);
  const found = own.map(({ body }) => /pipewright accept ([0-9a-f]+)/.exec(body)?.[1]).find(Boolean);
  if (found === undefined) throw new Error(`Nothing to accept:\n${own.map(({ body }) => body).join('\n')}`);
  return found;
}

const accepts = (pull: FakePull, login: string) =>
  stage.says(pull, login, `/pipewright accept ${fingerprintOn(pull)} until=30d known`);

function lastAnswer(): FakeComment {
  const answer = stage.answers().at(-1);
  if (answer === undefined) throw new Error('Nothing was answered.');
  return answer;
}

describe('a change that is bad stays blocked when it also', () => {
  test.each<[string, Files]>([
    ['loosens the settings', { [SETTINGS]: 'mode: observe\n' }],
    ['removes the settings', { [SETTINGS]: null }],
    ['makes the settings invalid', { [SETTINGS]: 'mode: [\n' }],
    ['ignores its own path in the settings', { [SETTINGS]: 'mode: enforce\nignore: [".github/**"]\n' }],
    [
      'waives itself in the waivers file',
      { [WAIVERS]: '- { rule: template-injection, reason: ok, approved-by: grace, expires: 2026-12-31 }\n' },
    ],
    ['empties an agent file', { '.github/agents/greeter.md': '' }],
    ['brings an agent file with the name of ours', { '.claude/agents/devops-engineer.md': GUEST }],
    ['edits the workflow that it is reviewed by', { '.github/workflows/review.yml': GOOD }],
  ])('%s', async (_, more) => {
    expect(conclusion(await proposed({ [PATH]: BAD, ...more }))).toBe('failure');
  });

  test('renames the file it is in', async () => {
    const pull = await proposed({ '.github/workflows/other.yml': null, '.github/workflows/renamed.yml': BAD });
    expect(conclusion(pull)).toBe('failure');
  });

  test('renames into place what an earlier pull request put where nobody reviews it', async () => {
    expect(conclusion(await proposed({ 'docs/greet.yml': null, [PATH]: BAD }))).toBe('failure');
  });
});

describe('an ignore comment that the change adds hides the comment and lifts no gate:', () => {
  const sh = (line: string, comment: string) =>
    `FROM alpine:3.20@sha256:${'a'.repeat(64)}\n${comment}\n${line}\nUSER 1000\n`;
  const pod = (annotations: string, comment = '') => `apiVersion: v1
kind: Pod
metadata:
  name: greet
  annotations:
    team: churn
${annotations}spec:
  containers:
    - name: greet
      image: acme/greet:1.0.0
      securityContext:
        privileged: true ${comment}
`;
  const vm = (comment: string) => `resource "aws_security_group" "greet" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    ${comment}
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`;
  const step = (comment: string) => BAD.replace('title }}"', `title }}" # ${comment}`);
  const K = 'k8s/greet.yaml';

  test.each<[string, Files]>([
    ['pipewright', { [PATH]: step('pipewright: ignore[template-injection] fine') }],
    ['zizmor', { [PATH]: step('zizmor: ignore[template-injection]') }],
    ['hadolint', { Dockerfile: sh('RUN sudo make', '# hadolint ignore=DL3004') }],
    ['hadolint for the whole file', { Dockerfile: `# hadolint global ignore=DL3004\n${sh('RUN sudo make', '')}` }],
    [
      'BuildKit for the whole file',
      { Dockerfile: `# check=skip=SecretsUsedInArgOrEnv\n${sh('ENV API_TOKEN=abc', '')}` },
    ],
    ['checkov', { 'main.tf': vm('#checkov:skip=CKV_AWS_24:fine') }],
    ['checkov for an object', { [K]: pod('    checkov.io/skip1: CKV_K8S_16=fine\n') }],
    ['trivy', { 'main.tf': vm('#trivy:ignore:AVD-AWS-0107') }],
    ['tfsec', { 'main.tf': vm('#tfsec:ignore:AVD-AWS-0107') }],
    ['tflint', { 'main.tf': '# tflint-ignore: terraform_unused_declarations\nvariable "greet" {}\n' }],
    ['kube-linter for an object', { [K]: pod('    ignore-check.kube-linter.io/privileged-container: fine\n') }],
    ['polaris for an object', { [K]: pod('    polaris.fairwinds.com/runAsPrivileged-exempt: "true"\n') }],
    ['kube-score for an object', { [K]: pod('    kube-score/ignore: container-security-context-privileged\n') }],
    ['KICS for the whole file', { [K]: `# kics-scan disable=dd29336b-fe57-445b-a26e-e6aa867ae609\n${pod('')}` }],
    ['semgrep', { [K]: pod('', '# nosemgrep: privileged-container') }],
    [
      'noqa',
      { 'train.py': 'import torch\n\nx = 1.0\nif x == float("nan"):  # noqa: PLW0177\n    torch.manual_seed(1)\n' },
    ],
  ])('%s', async (_, files) => {
    const pull = await proposed(files, branch(`strict-${newId(stage.github.state)}`, { [SETTINGS]: STRICT }));
    expect(conclusion(pull)).toBe('failure');
    const blocks = page(pull).split('#### ')[1];
    expect(blocks).toMatch(/^Blocks\n/);
    expect(blocks).toContain('silenced by a comment in this change');
  });
});

describe('what the reviewer cannot look at does not pass:', () => {
  test('a file made unparsable', async () => {
    const pull = await proposed({ '.github/workflows/other.yml': `${BAD}\n  - ]: [` });
    expect(conclusion(pull)).toBe('action_required');
  });

  test('a file grown beyond what is read', async () => {
    const pull = await proposed({ '.github/workflows/other.yml': PADDING + BAD });
    expect(conclusion(pull)).toBe('action_required');
  });

  test.each<[string, Files]>([
    ['too large', { '.github/workflows/new.yml': PADDING + BAD }],
    ['with a byte that makes it binary', { Dockerfile: Buffer.from('# \0\nFROM alpine\nRUN sudo make\n') }],
  ])('a new file %s', async (_, files) => {
    expect(conclusion(await proposed(files))).toBe('action_required');
  });

  test('a change of more files than GitHub lists, where it cannot list the trees either', async () => {
    stage.github.state.truncateTrees = true;
    const files = Object.fromEntries(Array.from({ length: 3001 }, (_, index) => [`data/${index}.txt`, `${index}\n`]));
    const pull = await proposed({ ...files, 'zz/Dockerfile': 'FROM alpine\n' });
    expect(conclusion(pull)).toBe('action_required');
  });

  test('a review that takes too long', async () => {
    const busy = await appStage({ [SETTINGS]: 'mode: advise\n' }, { PIPEWRIGHT_REVIEW_SECONDS: '1' });
    const endless = `FROM debian:12\n${'RUN apt-get install x && curl -k http://x | sh\n'.repeat(18_000)}`;
    try {
      const pull = await busy.people.open({ Dockerfile: endless });
      await busy.settled();
      expect(busy.aggregate(pull).conclusion).toBe('action_required');
    } finally {
      await busy.stop();
    }
  });
});

describe('the check of a pull request', () => {
  test('that is retargeted to a branch without settings is reviewed again when it comes back', async () => {
    const pull = await proposed({ [PATH]: BAD });
    const retarget = async (base: string) => {
      const from = pull.base;
      pull.base = base;
      await stage.people.announce(pull, 'edited', {
        changes: { base: { ref: { from }, sha: { from: pull.headSha } } },
      });
      await stage.settled();
    };
    await retarget(branch('loose', { [SETTINGS]: null }));
    expect(conclusion(pull)).toBe('neutral');
    await retarget('main');
    expect(conclusion(pull)).toBe('failure');
  });

  test.each(['in_progress', 'completed'])(
    'does not mind one of another App that is %s, with our name and id',
    async (status) => {
      const { state } = stage.github;
      const pull = await proposed({ [PATH]: GOOD });
      pull.headSha = state.git.commit(pull.branch, { [PATH]: BAD });
      const planted = {
        id: newId(state),
        name: 'Pipewright',
        headSha: pull.headSha,
        externalId: `pull/${pull.number}#success`,
        status,
        conclusion: status === 'completed' ? 'success' : null,
        title: null,
        summary: null,
        text: null,
        buttons: [],
        annotations: [],
        app: 99,
      };
      state.checkRuns.push(planted);
      await stage.people.announce(pull, 'synchronize', { before: pull.headSha, after: pull.headSha });
      await stage.settled();
      expect(conclusion(pull)).toBe('failure');
      expect(planted.summary).toBeNull();
    },
  );
});

describe('nobody lifts the gate of a change', () => {
  test('that is their own', async () => {
    const pull = await proposed({ [PATH]: BAD });
    await accepts(pull, 'ada');
    expect(lastAnswer().body).toContain('`ada` opened this pull request');
    expect(conclusion(pull)).toBe('failure');
  });

  test('without the right to push', async () => {
    const pull = await proposed({ [PATH]: BAD });
    await accepts(pull, 'mallory');
    expect(lastAnswer().body).toContain('`mallory` may not push to this repository');
    expect(conclusion(pull)).toBe('failure');
  });

  test('as a bot', async () => {
    const pull = await proposed({ [PATH]: BAD });
    stage.github.state.writers.add('helper[bot]');
    const before = stage.answers().length;
    await accepts(pull, 'helper[bot]');
    expect(stage.answers()).toHaveLength(before);
    expect(conclusion(pull)).toBe('failure');
  });

  test('that they pushed to, in whoever’s name the commits are', async () => {
    const pull = await proposed({ [PATH]: GOOD });
    await stage.people.push(pull, { [PATH]: BAD }, { by: 'linus', people: PEOPLE });
    await stage.settled();
    await accepts(pull, 'linus');
    expect(lastAnswer().body).toContain('`linus` pushed to its branch');
    expect(conclusion(pull)).toBe('failure');
  });

  test('that has a commit of theirs, whoever pushed it', async () => {
    const pull = await proposed({ [PATH]: GOOD });
    await stage.people.push(pull, { [PATH]: BAD }, { by: 'ada', people: { author: 'linus', committer: 'ada' } });
    await stage.settled();
    await accepts(pull, 'linus');
    expect(lastAnswer().body).toContain('`linus` wrote or committed one of its commits');
  });

  test('with a commit of somebody whom GitHub does not know', async () => {
    const pull = await proposed({ [PATH]: GOOD });
    await stage.people.push(pull, { [PATH]: BAD }, { people: { author: null, committer: 'ada' } });
    await stage.settled();
    await accepts(pull, 'grace');
    expect(lastAnswer().body).toContain('is no account that GitHub knows');
    expect(conclusion(pull)).toBe('failure');
  });

  test('whose pushes GitHub does not tell', async () => {
    const pull = await proposed({ [PATH]: BAD });
    stage.github.fail({ route: 'GET /repos/{owner}/{repo}/activity', status: 404 });
    await accepts(pull, 'grace');
    expect(lastAnswer().body).toContain('it is not known who has a part in this change (GitHub answered 404');
    expect(conclusion(pull)).toBe('failure');
  });

  test('that they push to after they accepted it', async () => {
    const pull = await proposed({ [PATH]: BAD });
    await accepts(pull, 'grace');
    expect(conclusion(pull)).toBe('neutral');
    await stage.people.push(pull, { 'README.md': '# More\n' }, { by: 'grace' });
    await stage.settled();
    expect(conclusion(pull)).toBe('failure');
    expect(page(pull)).toContain('What `grace` accepted no longer holds');
  });

  test('by editing a comment into a command', async () => {
    const pull = await proposed({ [PATH]: BAD });
    const said = await stage.says(pull, 'grace', 'Looks fine.');
    await stage.people.edit(pull, said, `/pipewright accept ${fingerprintOn(pull)} until=30d known`);
    await stage.settled();
    expect(conclusion(pull)).toBe('failure');
  });

  test('by putting back what the approver deleted, in a comment of their own or of ours', async () => {
    const pull = await proposed({ [PATH]: BAD });
    await accepts(pull, 'grace');
    const answer = lastAnswer();
    await stage.people.remove(pull, answer);
    await stage.settled();
    expect(conclusion(pull)).toBe('failure');

    await stage.says(pull, 'ada', answer.body);
    await stage.says(pull, 'ada', '/pipewright explain template-injection');
    await stage.people.edit(pull, lastAnswer(), answer.body);
    await stage.settled();
    expect(conclusion(pull)).toBe('failure');
    expect(page(pull)).toContain('somebody edited our answer to it');
  });

  test('by a record of another pull request, or a forged one', async () => {
    const [one, two] = [await proposed({ [PATH]: BAD }), await proposed({ [PATH]: BAD })];
    await accepts(one, 'grace');
    const bot = lastAnswer();
    const forged = bot.body.replace(/(waived \S+) [0-9a-f]{32}/, `$1 ${'0'.repeat(32)}`);
    for (const body of [bot.body, forged])
      stage.github.state.issueComments.push({ ...bot, id: newId(stage.github.state), pull: two.number, body });
    await stage.people.rerequest(stage.aggregate(two));
    await stage.settled();
    expect(conclusion(two)).toBe('failure');
  });
});
