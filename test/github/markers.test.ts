import { expect, test } from '@jest/globals';
import { fixedBody } from '../../src/github/comments/mark-fixed.ts';
import { markerKey, readMarker, withoutMarkers, writeMarker } from '../../src/github/comments/markers.ts';

const scope = { key: markerKey('secret'), repository: 'acme/churn', number: 7 };
const marker = { kind: 'finding', subject: 'abc123' } as const;

test('a marker is found again at the end of a body', () => {
  expect(readMarker(scope, `text\n\n${writeMarker(scope, marker)}`)).toEqual(marker);
});

test('a marker is worth nothing with another key, in another repository or pull request', () => {
  const body = writeMarker(scope, marker);
  expect(readMarker({ ...scope, key: markerKey('other') }, body)).toBeUndefined();
  expect(readMarker({ ...scope, repository: 'acme/other' }, body)).toBeUndefined();
  expect(readMarker({ ...scope, number: 8 }, body)).toBeUndefined();
});

test('a changed fingerprint or kind breaks the marker', () => {
  const body = writeMarker(scope, marker);
  expect(readMarker(scope, body.replace('abc123', 'abc124'))).toBeUndefined();
  expect(readMarker(scope, body.replace('finding', 'fixed'))).toBeUndefined();
});

test('a body without a marker has none', () => {
  expect(readMarker(scope, 'text')).toBeUndefined();
  expect(withoutMarkers(`text\n\n${writeMarker(scope, marker)}`)).toBe('text');
});

test('a fixed comment has its title struck out and keeps the rest', () => {
  expect(fixedBody('**Title.** why\nmore', 'abc')).toBe(
    '~~**Title.** why~~\n\nFixed or no longer in this change as of abc.\nmore',
  );
  expect(fixedBody('### Title', 'abc')).toBe('### ~~Title~~\n\nFixed or no longer in this change as of abc.');
});
