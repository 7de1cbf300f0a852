import { describe, expect, test } from '@jest/globals';
import { diffTexts } from '../../src/change/diff-texts.ts';
import { composeComments } from '../../src/review/compose-comments.ts';
import type { ChangedFile, Edit, Finding } from '../../src/types.ts';
import { at, finding } from '../support/sample-review.ts';

const BASE = Array.from({ length: 30 }, (_, i) => `line ${i + 1}\n`).join('');

function composed(head: string, findings: readonly Finding[], base = BASE) {
  const file: ChangedFile = { path: 'f.yml', kind: 'workflow', status: 'modified', hunks: diffTexts(base, head) ?? [] };
  return composeComments({
    findings,
    files: [file],
    sources: new Map([['f.yml', head]]),
    itemsOf: () => [],
    limit: 10,
  });
}

function found(line: number, edits: readonly Edit[] = [], more: Partial<Finding> = {}): Finding {
  const fix = edits.length > 0 ? { fix: { title: 'Mend it', safety: 'safe' as const, edits } } : {};
  return finding({ rule: 'bruised-pear', location: at('f.yml', line), status: 'introduced', ...fix, ...more });
}

describe('a comment stands where GitHub accepts it', () => {
  const head = BASE.replace('line 10\n', 'LINE 10\n');

  test('on a changed line', () => {
    expect(composed(head, [found(10)])).toEqual([expect.objectContaining({ path: 'f.yml', side: 'RIGHT', line: 10 })]);
  });

  test('not on a line outside the hunks: that goes to the summary', () => {
    expect(composed(head, [found(25)])).toEqual([]);
  });

  test('where the diff does not show it, on a line that has to do with it, and says what it is about', () => {
    const far = found(25, [], { related: [{ location: at('f.yml', 10), message: 'The code comes in here.' }] });
    const [comment] = composed(head, [far]);

    expect(comment).toMatchObject({ path: 'f.yml', side: 'RIGHT', line: 10 });
    expect(comment?.body).toMatch(/^The code comes in here\. This is about `f\.yml:25`, which the diff does not show:/);
  });

  test('on the deleted line when something is gone', () => {
    const gone = { ...found(10), location: at('f.yml', 10, 'base') };

    expect(composed(head, [gone])).toEqual([expect.objectContaining({ side: 'LEFT', line: 10 })]);
  });

  test('never with a start line that equals the line', () => {
    expect(composed(head, [found(10)])[0]).not.toHaveProperty('startLine');
  });
});

describe('a suggestion is the whole lines it replaces', () => {
  const head = BASE.replace('line 10\n', 'LINE 10\n');
  const offset = head.indexOf('LINE 10');

  test('a change within a line gives the whole line', () => {
    const [comment] = composed(head, [found(10, [{ range: { start: offset, end: offset + 4 }, text: 'row' }])]);

    expect(comment?.body).toContain('```suggestion\nrow 10\n```');
  });

  test('an insertion repeats the line it stands before', () => {
    const [comment] = composed(head, [found(10, [{ range: { start: offset, end: offset }, text: 'new\n' }])]);

    expect(comment).toMatchObject({ line: 10 });
    expect(comment?.body).toContain('```suggestion\nnew\nLINE 10\n```');
  });

  test('a line that goes leaves no empty line behind', () => {
    const [comment] = composed(head, [found(10, [{ range: { start: offset, end: offset + 8 }, text: '' }])]);

    expect(comment?.body).toContain('```suggestion\n```');
  });

  test('code that holds a fence gets a longer one', () => {
    const [comment] = composed(head, [found(10, [{ range: { start: offset, end: offset + 7 }, text: '```' }])]);

    expect(comment?.body).toContain('````suggestion\n```\n````');
  });

  test('lines outside the hunk are not suggested upon', () => {
    const [comment] = composed(head, [found(10, [{ range: { start: 0, end: 1 }, text: 'x' }])]);

    expect(comment?.body).not.toContain('suggestion');
  });
});

test('the same rule speaks once per file and names the other lines', () => {
  const head = BASE.replace('line 10\n', 'LINE 10\n').replace('line 12\n', 'LINE 12\n');
  const comments = composed(head, [found(10), { ...found(12), fingerprint: 'other' }]);

  expect(comments).toHaveLength(1);
  expect(comments[0]?.body).toContain('line 12');
});

test.each([
  ['waived', { waivedBy: { who: 'ana', why: 'known', by: 'file' as const } }],
  ['silenced by a comment', { silencedBy: 'ignore' }],
  ['older than the change', { status: 'existing' as const }],
])('nothing is said inline of what is %s', (_, more) => {
  expect(composed(BASE.replace('line 10\n', 'LINE 10\n'), [found(10, [], more)])).toEqual([]);
});
