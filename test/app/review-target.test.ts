import { expect, test } from '@jest/globals';
import { keyOf, subjectOf, targetOfExternalId } from '../../src/app/review-target.ts';

const place = { installation: 1, owner: 'Acme', repo: 'churn', headSha: 'abc' };

test('a target is found again by the external id of its checks', () => {
  for (const target of [
    { ...place, number: 12 },
    { ...place, baseSha: 'def0' },
  ]) {
    expect(targetOfExternalId(place, `${subjectOf(target)}#3fbd-nonce`)).toEqual(target);
    expect(targetOfExternalId(place, `${subjectOf(target)}#failure`)).toEqual(target);
  }
});

test('the external id of somebody else means nothing', () => {
  for (const id of [null, undefined, '', 'pull/x', 'build-12', 'pull/12/../13']) {
    expect(targetOfExternalId(place, id)).toBeUndefined();
  }
});

test('pushes to one pull request share a key; merge groups do not', () => {
  expect(keyOf({ ...place, number: 12 })).toBe(keyOf({ ...place, owner: 'acme', number: 12, headSha: 'xyz' }));
  expect(keyOf({ ...place, baseSha: 'b' })).not.toBe(keyOf({ ...place, baseSha: 'b', headSha: 'xyz' }));
});
