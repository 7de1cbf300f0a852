import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { folderPairSource } from '../../src/local/folder-pair-source.ts';
import { localFacts } from '../../src/local/local-facts.ts';
import { run } from '../../src/run.ts';
import type { Change, FileContent, Review, Sink } from '../../src/types.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const SETTINGS = '.github/pipewright.yml';
const WAIVERS = '.github/pipewright-waivers.yml';
const TRIED = 'try/network.tf';
const REAL = 'live/network.tf';
const IGNORE = '    # pipewright: ignore[aws-security-group-public-ssh] only tried out\n';

const network = (range: string, comment = '') => `resource "aws_security_group" "door" {
  name = "door"
  ingress {
    description = "a door"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
${comment}    cidr_blocks = ["${range}"]
  }
}
`;
const OPEN = network('0.0.0.0/0');
const CLOSED = network('10.0.0.0/8');
const sink: Sink = {
  publish: async () => ({ checks: [], commentsPosted: 0, commentsMarkedFixed: 0, summary: 'none', failures: [] }),
};

type Files = Readonly<Record<string, string>>;

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'pipewright-arrivals-'));
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function folder(files: Files): Promise<string> {
  const directory = await mkdtemp(join(root, 'side-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  return directory;
}

/** The review of a change under settings and waivers that were there before. */
async function reviewed(base: Files, head: Files, policy: Files): Promise<Review> {
  const source = folderPairSource(await folder(base), await folder(head), 'Move');
  const files = new Map(
    Object.entries(policy).map(([path, text]): [string, FileContent] => [path, { state: 'text', text }]),
  );
  const ports = {
    source: { ...source, change: async () => withRename(await source.change()), readPolicy: async () => files },
    facts: localFacts(),
    sink,
    agentFiles: [],
  };
  return (await run(ports, { now: NOW })).review;
}

/** One file that went and one that came, as git and GitHub tell them. */
function withRename(change: Change): Change {
  const [gone] = change.files.filter(({ status }) => status === 'removed');
  const [come] = change.files.filter(({ status }) => status === 'added');
  if (!gone || !come) return change;
  return {
    ...change,
    files: [{ path: come.path, previousPath: gone.path, kind: come.kind, status: 'renamed', hunks: [] }],
  };
}

const enforcing = (more = '') => ({ [SETTINGS]: `mode: enforce\n${more}` });
const MILDER: readonly (readonly [string, Files])[] = [
  ['is ignored', enforcing('ignore: [try/]\n')],
  ['has a milder mode', enforcing('scopes: [{ paths: [try/], mode: observe }]\n')],
  [
    'has the rule switched off',
    enforcing('scopes: [{ paths: [try/], rules: { aws-security-group-public-ssh: off } }]\n'),
  ],
  ['has the rule lowered', enforcing('scopes: [{ paths: [try/], rules: { aws-security-group-public-ssh: low } }]\n')],
  [
    'has a waiver',
    {
      ...enforcing(),
      [WAIVERS]:
        '- { rule: aws-security-group-public-ssh, path: try/**, reason: r, approved-by: ada, expires: 2026-12-31 }\n',
    },
  ],
];

describe('what an earlier change put where it did not count is introduced where it does:', () => {
  test.each(MILDER)('by a rename of its file from where the path %s', async (_, policy) => {
    expect((await reviewed({ [TRIED]: OPEN }, { [REAL]: OPEN }, policy)).conclusion).toBe('failure');
  });

  test.each(MILDER)('by a copy into another file from where the path %s', async (_, policy) => {
    const base = { [TRIED]: OPEN, [REAL]: CLOSED };
    expect((await reviewed(base, { [TRIED]: CLOSED, [REAL]: OPEN }, policy)).conclusion).toBe('failure');
  });

  test('with the ignore comment that it had there', async () => {
    const file = network('0.0.0.0/0', IGNORE);
    const policy = enforcing('scopes: [{ paths: [try/], mode: observe }]\n');
    const review = await reviewed({ [TRIED]: file }, { [REAL]: file }, policy);
    expect(review.conclusion).toBe('failure');
    expect(review.findings.find(({ status }) => status === 'introduced')?.silencedBy).toContain('only tried out');
  });
});

describe('what only moves stays as it was', () => {
  test('within one part', async () => {
    const review = await reviewed(
      { [TRIED]: OPEN },
      { 'try/moved.tf': OPEN },
      enforcing('scopes: [{ paths: [try/], mode: observe }]\n'),
    );
    expect(review.conclusion).toBe('success');
  });

  test('to a part where as much or less comes of it', async () => {
    const policy = enforcing('scopes: [{ paths: [try/], mode: observe }]\n');
    expect((await reviewed({ [REAL]: OPEN }, { [TRIED]: OPEN }, policy)).conclusion).toBe('success');
    expect((await reviewed({ [REAL]: OPEN }, { 'prod/network.tf': OPEN }, policy)).conclusion).toBe('success');
  });

  test('with a comment that accepts it', async () => {
    const file = network('0.0.0.0/0', IGNORE);
    expect((await reviewed({ [REAL]: file }, { 'prod/network.tf': file }, enforcing())).conclusion).toBe('success');
  });

  test('below the gate of where it comes to', async () => {
    const policy = enforcing('rules: { aws-security-group-public-ssh: low }\nignore: [try/]\n');
    expect((await reviewed({ [TRIED]: OPEN }, { [REAL]: OPEN }, policy)).conclusion).toBe('success');
  });
});
