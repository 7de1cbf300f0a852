import { describe, expect, test } from '@jest/globals';
import { parseHunks } from '../../src/change/parse-hunks.ts';
import { DEFAULT_POLICY } from '../../src/policy/settings-schema.ts';
import { ratchet } from '../../src/review/ratchet.ts';
import type { ChangedFile, Finding } from '../../src/types.ts';
import { at, finding } from '../support/sample-review.ts';

const files: readonly ChangedFile[] = [
  {
    path: 'ci.yml',
    kind: 'workflow',
    status: 'modified',
    hunks: parseHunks('@@ -2,1 +2,1 @@\n-  - uses: pear/tree@v1\n+  - uses: pear/tree@v2\n'),
  },
];

function ratcheted(given: Partial<Finding>, on = true): Finding | undefined {
  const old = finding({
    rule: 'unpinned-uses',
    location: at('ci.yml', 2),
    severity: 'high',
    confidence: 'certain',
    status: 'existing',
    ...given,
  });
  return ratchet([old], { ...DEFAULT_POLICY, ratchet: on }, files, () => [])[0];
}

describe('with ratchet', () => {
  test('what is older counts where the change works on its line', () => {
    expect(ratcheted({})).toMatchObject({ status: 'introduced', ratcheted: true });
  });

  test.each([
    ['on another line', { location: at('ci.yml', 9) }],
    ['in another file', { location: at('other.yml', 2) }],
    ['below the gate', { severity: 'medium' }],
    ['that somebody accepted', { waivedBy: { who: 'ana', why: 'x', by: 'file' } }],
    ['that only moved', { status: 'moved' }],
  ] as const)('what is older stays so %s', (_, given) => {
    expect(ratcheted(given)?.status).not.toBe('introduced');
  });

  test('and not without it', () => {
    expect(ratcheted({}, false)?.status).toBe('existing');
  });
});
