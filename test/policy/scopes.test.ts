import { describe, expect, test } from '@jest/globals';
import { applyPolicy } from '../../src/policy/apply-policy.ts';
import { blockingFindings, conclude, openFindings } from '../../src/policy/gate.ts';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { SETTINGS_PATH } from '../../src/policy/settings-schema.ts';
import type { Conclusion, Finding } from '../../src/types.ts';
import { aFinding } from './a-finding.ts';

const NOW = new Date('2026-11-20T08:00:00Z');

function at(path: string, given: Partial<Finding> = {}): Finding {
  return aFinding({ ...given, location: { ...aFinding().location, path }, fingerprint: given.fingerprint ?? path });
}

function decided(text: string, findings: readonly Finding[], incomplete: readonly string[] = []) {
  const policy = loadPolicy({ settings: { path: SETTINGS_PATH, text } }, NOW);
  expect(policy.problems).toEqual([]);
  const settled = applyPolicy(findings, policy, NOW);
  const personasOf = ({ kind }: Finding) => (kind === 'python' ? ['mlops-engineer'] : ['devops-engineer']);
  const blocking = blockingFindings(settled, policy, personasOf);
  const { conclusion } = conclude({ ...blocking, introduced: openFindings(settled), incomplete, policy });
  return { ...blocking, conclusion };
}

const MONOREPO = `
mode: advise
scopes:
  - paths: [services/payments/**]
    owners: ["@acme/payments"]
    mode: enforce
    gate: strict
  - paths: [services/payments/legacy/**]
    mode: observe
`;

describe('a part of the repository', () => {
  test('is enforced where the rest is only advised', () => {
    expect(decided(MONOREPO, [at('services/search/Dockerfile')])).toMatchObject({
      conclusion: 'neutral',
      enforced: [],
    });
    expect(decided(MONOREPO, [at('services/payments/Dockerfile')]).conclusion).toBe('failure');
  });

  test('has a gate of its own', () => {
    const mild = { severity: 'medium', confidence: 'likely' } as const;
    expect(decided(MONOREPO, [at('services/payments/Dockerfile', mild)]).conclusion).toBe('failure');
    expect(decided(MONOREPO, [at('services/search/Dockerfile', mild)]).blocking).toEqual([]);
  });

  test('within another counts by the later entry', () => {
    expect(decided(MONOREPO, [at('services/payments/legacy/Dockerfile')])).toMatchObject({
      conclusion: 'neutral',
      enforced: [],
      blocking: ['services/payments/legacy/Dockerfile'],
    });
  });

  test('blocks only by what is enforced there, and names the rest as what would', () => {
    const { blocking, enforced } = decided(MONOREPO, [at('a/Dockerfile'), at('services/payments/Dockerfile')]);
    expect(enforced).toEqual(['services/payments/Dockerfile']);
    expect(blocking).toEqual(['a/Dockerfile', 'services/payments/Dockerfile']);
  });

  test('may switch a rule off, or on again', () => {
    const text = 'rules: { approval-removed: off }\nscopes: [{ paths: [a/], rules: { approval-removed: critical } }]';
    const policy = loadPolicy({ settings: { path: SETTINGS_PATH, text } }, NOW);
    const left = applyPolicy([at('a/x.yml'), at('b/x.yml')], policy, NOW);
    expect(left.map(({ location, severity }) => [location.path, severity])).toEqual([['a/x.yml', 'critical']]);
  });

  test('makes an incomplete review stop the merge, for what was not read may be there', () => {
    expect(decided(MONOREPO, [], ['GitHub did not answer']).conclusion).toBe('action_required');
    expect(decided('mode: advise', [], ['GitHub did not answer']).conclusion).toBe('neutral');
  });
});

describe('a rule', () => {
  const conclusion = (setting: string): Conclusion =>
    decided(`mode: advise\nrules:\n  approval-removed: ${setting}`, [at('ci.yml')]).conclusion;

  test('can be enforced alone', () => {
    expect(conclusion('{ mode: enforce }')).toBe('failure');
    expect(conclusion('{ severity: low, mode: enforce }')).toBe('neutral');
  });
});

test('a persona can have a gate of its own', () => {
  const text = 'mode: enforce\npersonas: { mlops-engineer: { gate: strict } }';
  const mild = { severity: 'medium', confidence: 'likely' } as const;
  expect(decided(text, [at('train.py', { ...mild, kind: 'python' })]).conclusion).toBe('failure');
  expect(decided(text, [at('ci.yml', mild)]).conclusion).toBe('neutral');
});
