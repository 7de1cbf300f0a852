import { describe, expect, test } from '@jest/globals';
import { blockingFindings, conclude, openFindings } from '../../src/policy/gate.ts';
import { DEFAULT_POLICY } from '../../src/policy/settings-schema.ts';
import type { Finding, Mode, Policy } from '../../src/types.ts';
import { aFinding } from './a-finding.ts';

const nobody = () => [];

function blocking(findings: readonly Finding[], policy: Policy): readonly string[] {
  return blockingFindings(findings, policy, nobody).blocking;
}

const waivedBy = { who: 'mira', why: 'moves to Vault next week', by: 'file' as const };

describe('blocking', () => {
  const blocks = (different: Partial<Finding>, policy: Policy = DEFAULT_POLICY): boolean =>
    blocking([aFinding(different)], policy).length > 0;

  test('an introduced finding that is high and certain blocks', () => {
    expect(blocking([aFinding()], DEFAULT_POLICY)).toEqual(['f1']);
    expect(blocks({ severity: 'critical' })).toBe(true);
  });

  test('what is less severe or less sure does not', () => {
    expect(blocks({ severity: 'medium' })).toBe(false);
    expect(blocks({ confidence: 'likely' })).toBe(false);
  });

  test('what was there before, moved or got fixed does not', () => {
    expect(blocks({ status: 'existing' })).toBe(false);
    expect(blocks({ status: 'moved' })).toBe(false);
    expect(blocks({ status: 'resolved' })).toBe(false);
  });

  test('a waiver lifts it, an ignore comment of the same change does not', () => {
    expect(blocks({ waivedBy })).toBe(false);
    expect(blocks({ silencedBy: 'ignored in line 40' })).toBe(true);
  });

  test('a model never blocks', () => {
    expect(blocks({ origin: 'model' })).toBe(false);
  });

  test('the gate of the settings counts', () => {
    const policy: Policy = { ...DEFAULT_POLICY, gate: { severity: 'medium', confidence: 'likely' } };
    expect(blocks({ severity: 'medium', confidence: 'likely' }, policy)).toBe(true);
    expect(blocks({ severity: 'medium', confidence: 'heuristic' }, policy)).toBe(false);
  });

  test('one fingerprint is named once', () => {
    expect(blocking([aFinding(), aFinding()], DEFAULT_POLICY)).toEqual(['f1']);
  });
});

describe('conclude', () => {
  const outcome = (mode: Mode, findings: readonly Finding[], incomplete: readonly string[] = [], more = {}) => {
    const policy: Policy = { ...DEFAULT_POLICY, mode, ...more };
    const introduced = openFindings(findings);
    return conclude({ ...blockingFindings(findings, policy, nobody), introduced, incomplete, policy });
  };
  const crash = ['the GitHub API did not answer'];

  test('enforce fails on a blocking finding', () => {
    expect(outcome('enforce', [aFinding()])).toEqual({ conclusion: 'failure', wouldBe: 'failure' });
  });

  test('enforce is neutral on findings that do not block', () => {
    expect(outcome('enforce', [aFinding({ severity: 'low' })]).conclusion).toBe('neutral');
  });

  test('enforce succeeds when nothing bad is introduced, whatever was there before', () => {
    expect(outcome('enforce', []).conclusion).toBe('success');
    expect(outcome('enforce', [aFinding({ status: 'existing' })]).conclusion).toBe('success');
    expect(outcome('enforce', [aFinding({ waivedBy })]).conclusion).toBe('success');
  });

  test('enforce asks for action when the review is incomplete', () => {
    expect(outcome('enforce', [], crash)).toEqual({ conclusion: 'action_required', wouldBe: 'action_required' });
  });

  test('an incomplete review is neutral where the settings only warn, never success', () => {
    expect(outcome('enforce', [], crash, { onIncomplete: 'warn' }).conclusion).toBe('neutral');
  });

  test('a known blocker fails an incomplete review', () => {
    expect(outcome('enforce', [aFinding()], crash).conclusion).toBe('failure');
    expect(outcome('enforce', [aFinding()], crash, { onIncomplete: 'warn' }).conclusion).toBe('failure');
  });

  test.each<Mode>(['advise', 'observe'])('%s never fails, and says what enforce would have said', (mode) => {
    expect(outcome(mode, [aFinding()])).toEqual({ conclusion: 'neutral', wouldBe: 'failure' });
    expect(outcome(mode, [], crash)).toEqual({ conclusion: 'neutral', wouldBe: 'action_required' });
    expect(outcome(mode, [aFinding({ severity: 'low' })])).toEqual({ conclusion: 'neutral', wouldBe: 'neutral' });
    expect(outcome(mode, [])).toEqual({ conclusion: 'success', wouldBe: 'success' });
  });
});
