import { describe, expect, test } from '@jest/globals';
import { applyIgnore, applyPolicy } from '../../src/policy/apply-policy.ts';
import { excludedRules } from '../../src/policy/excluded-rules.ts';
import { DEFAULT_POLICY } from '../../src/policy/settings-schema.ts';
import type { Finding, Policy, PolicyWaiver, Run } from '../../src/types.ts';
import { aFinding } from './a-finding.ts';

const NOW = new Date('2026-11-20T08:00:00Z');

function applied(policy: Partial<Policy>, finding: Partial<Finding> = {}): Finding | undefined {
  return applyPolicy([aFinding(finding)], { ...DEFAULT_POLICY, ...policy }, NOW)[0];
}

describe('rules', () => {
  test('a rule that is off finds nothing', () => {
    expect(applied({ rules: { 'approval-removed': 'off' } })).toBeUndefined();
  });

  test('a rule gets the severity that is set for it', () => {
    expect(applied({ rules: { 'approval-removed': 'critical' } })?.severity).toBe('critical');
  });

  test('a pedantic rule is heard under pedantic strictness, or when it is given a severity', () => {
    const pedantic: Partial<Finding> = { strictness: 'pedantic' };
    expect(applied({}, pedantic)).toBeUndefined();
    expect(applied({ strictness: 'pedantic' }, pedantic)).toBeDefined();
    expect(applied({ rules: { 'approval-removed': 'low' } }, pedantic)?.severity).toBe('low');
  });

  test('a rule named like a property of every object is not switched by accident', () => {
    expect(applied({}, { rule: 'constructor' })?.severity).toBe('high');
  });

  test('excluded rules say why they do not run', () => {
    const rules = [
      { id: 'a', strictness: 'regular' },
      { id: 'b', strictness: 'pedantic' },
      { id: 'c', strictness: 'regular' },
    ] as const;
    const excluded = excludedRules(rules, { ...DEFAULT_POLICY, rules: { a: 'off' } });
    expect([...excluded.keys()]).toEqual(['a', 'b']);
    expect(excluded.get('a')).toBe('switched off in the settings');
    expect(excluded.get('b')).toContain('pedantic');
  });
});

describe('ignored paths', () => {
  const policy: Policy = { ...DEFAULT_POLICY, ignore: ['.github/workflows/*'] };

  test('findings there are gone', () => {
    expect(applied({ ignore: ['.github/workflows/*'] })).toBeUndefined();
    expect(applied({ ignore: ['terraform/'] })).toBeDefined();
  });

  test('runs there answer no checklist item', () => {
    const run = (subject: string): Run => ({ rule: 'x', subject, kinds: ['workflow'], state: 'ran', proofs: [] });
    const left = applyIgnore([run('.github/workflows/ci.yml'), run('action.yml')], policy);
    expect(left.map(({ subject }) => subject)).toEqual(['action.yml']);
  });
});

describe('waivers', () => {
  const waiver: PolicyWaiver = {
    rule: 'approval-removed',
    reason: 'the approval moved to the release job',
    approvedBy: 'mira',
    expires: '2026-12-01',
  };
  const waived = (different: Partial<PolicyWaiver>, finding: Partial<Finding> = {}) =>
    applied({ waivers: [{ ...waiver, ...different }] }, finding)?.waivedBy;

  test('a waiver says who accepted the finding, why and until when', () => {
    expect(waived({ fingerprint: 'f1' })).toEqual({
      who: 'mira',
      why: 'the approval moved to the release job',
      until: '2026-12-01',
      by: 'file',
    });
  });

  test('it covers what it names and nothing else', () => {
    expect(waived({ path: '.github/**' })).toBeDefined();
    expect(waived({ path: 'terraform/**' })).toBeUndefined();
    expect(waived({ fingerprint: 'f2' })).toBeUndefined();
    expect(waived({ path: '.github/**', fingerprint: 'f2' })).toBeUndefined();
    expect(waived({ rule: 'unpinned-uses' })).toBeUndefined();
    const key = 'module.db.aws_db_instance.main/encrypted';
    expect(waived({ address: 'module.db.aws_db_instance.main' }, { key })).toBeDefined();
    expect(waived({ address: 'module.db.aws_db_instance.mai' }, { key })).toBeUndefined();
  });

  test('it holds through its last day', () => {
    expect(waived({ expires: '2026-11-20' })).toBeDefined();
    expect(waived({ expires: '2026-11-19' })).toBeUndefined();
  });

  test('a waiver that a person gave before stays', () => {
    const before = { who: 'jo', why: 'by command', by: 'command' as const };
    expect(waived({}, { waivedBy: before })).toEqual(before);
  });
});
