import { expect, test } from '@jest/globals';
import { maySend } from '../../src/policy/may-send.ts';
import { DEFAULT_POLICY } from '../../src/policy/settings-schema.ts';

function may(path: string, allow: readonly string[], deny: readonly string[]): boolean {
  return maySend(path, { ...DEFAULT_POLICY, judge: { ...DEFAULT_POLICY.judge, allow, deny } });
}

test.each<[string, readonly string[], readonly string[], boolean]>([
  ['k8s/a.yaml', [], [], true],
  ['k8s/a.yaml', ['k8s/**'], [], true],
  ['terraform/a.tf', ['k8s/**'], [], false],
  ['k8s/a.yaml', ['k8s/**'], ['**/a.yaml'], false],
  ['k8s/b.yaml', [], ['**/a.yaml'], true],
])('%s, where %j is allowed and %j denied, may be sent: %s', (path, allow, deny, expected) => {
  expect(may(path, allow, deny)).toBe(expected);
});
