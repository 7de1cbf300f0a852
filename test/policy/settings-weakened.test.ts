import { describe, expect, test } from '@jest/globals';
import { reviewFiles } from '../support/review-files.ts';

const SETTINGS = '.github/pipewright.yml';
const WAIVERS = '.github/pipewright-waivers.yml';
const ENFORCED = 'mode: enforce\ngate: high\n';

const conclusionOf = async (before: string, after: string) =>
  (await reviewFiles({ [SETTINGS]: before }, { [SETTINGS]: after })).conclusion;

describe('what would let a later change pass is stopped, for somebody else to accept it', () => {
  test.each([
    ['a rule that can fail the gate is switched off', 'rules: { template-injection: off }'],
    ['such a rule counts for less, for the first time', 'rules: { aws-security-group-public-ssh: low }'],
    ['such a rule gets a milder mode', 'rules: { template-injection: { mode: observe } }'],
    [
      'a persona gets a looser gate',
      'personas: { devops-engineer: { gate: { severity: critical, confidence: certain } } }',
    ],
    ['paths are left out', 'ignore: ["services/**"]'],
    ['incomplete reviews only warn', 'on-incomplete: warn'],
  ])('%s', async (_, line) => {
    expect(await conclusionOf(ENFORCED, `${ENFORCED}${line}\n`)).toBe('failure');
  });

  test('one more person may approve', async () => {
    const approvers = (names: string) => `${ENFORCED}waivers: { approvers: [${names}] }\n`;

    expect(await conclusionOf(approvers('lead'), approvers('lead, author'))).toBe('failure');
  });

  test('settings that take their mode from the organisation are broken', async () => {
    const [name, text] = ['extends: acme/.github:pipewright.yml@main', 'maxcomments: 3'];
    const { findings } = await reviewFiles({ [SETTINGS]: `${name}\n` }, { [SETTINGS]: `${name}\n${text}\n` });

    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['review-config-weakened', 'high']]);
  });

  test('a finding is accepted in the waivers file', async () => {
    const entry =
      '- rule: template-injection\n  path: .github/workflows/ci.yml\n  reason: only members open pull requests\n  approved-by: lead\n  expires: 2027-01-31\n';
    const { conclusion } = await reviewFiles(
      { [SETTINGS]: ENFORCED, [WAIVERS]: '[]\n' },
      { [SETTINGS]: ENFORCED, [WAIVERS]: entry },
    );

    expect(conclusion).toBe('failure');
  });
});

describe('what gives up no gate passes', () => {
  test.each([
    ['a rule that cannot fail the gate is switched off', 'rules: { missing-timeout: off }'],
    ['a rule counts for more', 'rules: { missing-timeout: high }'],
    ['a persona gets a stricter gate', 'personas: { devops-engineer: { gate: strict } }'],
    ['the ratchet is switched on', 'ratchet: true'],
  ])('%s', async (_, line) => {
    expect(await conclusionOf(ENFORCED, `${ENFORCED}${line}\n`)).not.toBe('failure');
  });
});
