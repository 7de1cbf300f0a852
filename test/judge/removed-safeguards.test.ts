import { describe, expect, test } from '@jest/globals';
import { removedItem, removedSafeguards } from '../../src/judge/removed-safeguards.ts';
import type { ChangedFile, Finding, Persona } from '../../src/types.ts';
import { at, finding, sampleReview } from '../support/sample-review.ts';

function flow(...lines: readonly string[]): ChangedFile {
  const path = '.github/workflows/a.yml';
  const hunk = { oldStart: 10, oldLines: 0, newStart: 10, newLines: 0, lines };
  return { path, kind: 'workflow', status: 'modified', hunks: [hunk] };
}

function removed(file: ChangedFile, findings: readonly Finding[] = []): readonly string[] {
  return removedSafeguards({ ...sampleReview.change, files: [file] }, ['workflow'], findings).map(
    ({ line, text }) => `${line}: ${text.trim()}`,
  );
}

describe('a deleted line is gone through', () => {
  test.each([
    'needs: [test]',
    'if ! grep -q ok report; then exit 1; fi',
    'timeout-minutes: 5',
    'assert len(rows) > 100',
    'raise ValueError(name)',
    'runAsNonRoot: true',
    'helm upgrade --atomic churn .',
    'set -euo pipefail',
  ])('when it looks like a safeguard: %s', (line) => {
    expect(removed(flow(' jobs:', `-  ${line}`))).toEqual([`11: ${line}`]);
  });
});

describe('a deleted line is not gone through', () => {
  test.each<[string, readonly string[]]>([
    ['when it guards nothing', ['-  name: Build']],
    ['when it was moved within its file', ['-  timeout-minutes: 5', '+      timeout-minutes: 5']],
    ['when it is not deleted', ['   timeout-minutes: 5', '+  needs: [test]']],
  ])('%s', (_what, lines) => {
    expect(removed(flow(...lines))).toEqual([]);
  });

  test('when a rule has spoken of it', () => {
    const told = finding({ rule: 'needs-removed', location: at('.github/workflows/a.yml', 10, 'base') });
    expect(removed(flow('-  needs: [test]', '-  timeout-minutes: 5'), [told])).toEqual(['11: timeout-minutes: 5']);
  });
});

test('a line is not gone through when a rule told what it was before', () => {
  const before = { location: at('.github/workflows/a.yml', 10, 'base'), message: 'What it was.' };
  const told = finding({ rule: 'needs-removed', location: at('.github/workflows/a.yml', 10), related: [before] });
  expect(removed(flow('-  needs: [test]'), [told])).toEqual([]);
});

test('only the personas that look at the file are asked', () => {
  const change = { ...sampleReview.change, files: [flow('-  needs: [test]')] };
  const persona: Persona = { name: 'a', title: 'A', path: 'a.md', prompt: '', kinds: ['workflow'], items: [] };
  expect(removedItem(change, persona, [])?.kinds).toEqual(['workflow']);
  expect(removedItem(change, { ...persona, kinds: ['python'] }, [])).toBeUndefined();
});
