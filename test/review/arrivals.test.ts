import { describe, expect, test } from '@jest/globals';
import type { Review } from '../../src/types.ts';
import { type Files, reviewFiles } from '../support/review-files.ts';

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

/** The review of a change under settings and waivers that were there before. */
const reviewed = (base: Files, head: Files, policy: Files): Promise<Review> =>
  reviewFiles({ ...policy, ...base }, { ...policy, ...head });

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
