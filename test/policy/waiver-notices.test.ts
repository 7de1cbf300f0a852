import { describe, expect, test } from '@jest/globals';
import { DEFAULT_POLICY } from '../../src/policy/settings-schema.ts';
import { expiringWaivers, idleWaivers } from '../../src/policy/waiver-notices.ts';
import type { PolicyWaiver, Waiver } from '../../src/types.ts';
import { aFinding } from './a-finding.ts';

const NOW = new Date('2026-11-20T08:00:00Z');

describe('a waiver of the file that covers something of the change', () => {
  const told = (more: Partial<Waiver>) => {
    const waivedBy: Waiver = { who: 'mira', why: 'known', until: '2026-12-04', by: 'file', ...more };
    return expiringWaivers([aFinding({ waivedBy }), aFinding({ waivedBy })], NOW);
  };

  test('is said once when it ends within two weeks, with whoever sees to it', () => {
    expect(told({})).toEqual([expect.stringContaining('ends on 2026-12-04')]);
    expect(told({ owner: 'team-release' })).toEqual([expect.stringContaining('`team-release` sees to it')]);
  });

  test('is not said when it ends later, or was no entry of the file', () => {
    expect(told({ until: '2026-12-05' })).toEqual([]);
    expect(told({ by: 'command' })).toEqual([]);
  });
});

describe('a waiver of the file that covers nothing', () => {
  const waiver: PolicyWaiver = {
    rule: 'run-as-root',
    path: 'app/**',
    reason: 'x',
    approvedBy: 'mira',
    expires: '2027-01-01',
  };
  const idle = (paths: readonly string[], findings = [aFinding()], ran = new Set(['run-as-root'])) =>
    idleWaivers(
      { ...DEFAULT_POLICY, waivers: [waiver] },
      findings,
      { paths, tree: new Set(['app/big', ...paths]) },
      ran,
    );

  test('is said when its rule looked at its path', () => {
    expect(idle(['app/Dockerfile'])).toEqual([expect.stringContaining('`run-as-root` at `app/**` covers nothing')]);
  });

  test('is said when nothing is left that it names', () => {
    const tree = new Set(['web/Dockerfile']);
    const told = idleWaivers(
      { ...DEFAULT_POLICY, waivers: [waiver] },
      [],
      { paths: [...tree], tree },
      new Set(['run-as-root']),
    );
    expect(told).toEqual([expect.stringContaining('covers nothing')]);
  });

  test('is not said where nobody looked, or where it covers something', () => {
    const location = { ...aFinding().location, path: 'app/Dockerfile' };
    expect(idle(['web/Dockerfile'])).toEqual([]);
    expect(idle(['app/Dockerfile'], [aFinding()], new Set())).toEqual([]);
    expect(idle(['app/Dockerfile'], [aFinding({ rule: 'run-as-root', location })])).toEqual([]);
  });
});
