import { describe, expect, test } from '@jest/globals';
import { kindOfPath } from '../../src/change/kind-of-path.ts';
import type { WorkflowDocument } from '../../src/documents/workflow.ts';
import { gather } from '../../src/gather/gather.ts';
import { rules } from '../../src/rules/index.ts';
import type { Change, Facts, FileContent, Rule, Source } from '../../src/types.ts';

const SHA = 'f'.repeat(40);

/** A source of one repository whose head and base are the same but for the changed paths. */
function orchard(
  files: Readonly<Record<string, string>>,
  changed: readonly string[],
  tree: 'known' | 'unknown' = 'known',
) {
  const asked: string[] = [];
  const change: Change = {
    repository: 'orchard/pears',
    mergeBaseSha: 'base',
    policySha: 'base',
    headSha: 'head',
    title: '',
    body: '',
    author: '',
    fromFork: false,
    draft: false,
    files: changed.map((path) => ({ path, kind: kindOfPath(path), status: 'modified' })),
    truncated: false,
  };
  const source: Source = {
    change: async () => change,
    tree: async () => (tree === 'known' ? new Set(Object.keys(files)) : 'unknown'),
    read: async (side, paths) => {
      asked.push(...paths.map((path) => `${side} ${path}`));
      return new Map(
        paths.map((path): [string, FileContent] => [
          path,
          files[path] === undefined ? { state: 'absent' } : { state: 'text', text: files[path] },
        ]),
      );
    },
    readPolicy: async () => new Map(),
  };
  return { change, source, asked };
}

const facts: Facts = { answer: async (requests) => requests.map(() => ({ state: 'known', value: SHA })) };

describe('gathering reads the changed files and what belongs with them', () => {
  test('the rest of a Terraform module, and nothing else', async () => {
    const { change, source, asked } = orchard(
      { 'infra/main.tf': '', 'infra/other.tf': '', 'app/main.tf': '', 'README.md': '' },
      ['infra/main.tf'],
    );

    await gather(change, source, facts, rules, {});

    expect(asked.sort()).toEqual([
      'base infra/main.tf',
      'base infra/other.tf',
      'head infra/main.tf',
      'head infra/other.tf',
    ]);
  });

  test('the pipeline above a script, and the parameters it names', async () => {
    const { change, source, asked } = orchard(
      { 'ml/src/train.py': 'import sklearn\n', 'ml/dvc.yaml': 'stages: {}\n', 'ml/dvc.lock': '', 'ml/params.yaml': '' },
      ['ml/src/train.py'],
    );

    await gather(change, source, facts, rules, {});

    expect(asked).toEqual(expect.arrayContaining(['head ml/dvc.yaml', 'head ml/dvc.lock', 'head ml/params.yaml']));
  });

  test('files that files name, round by round, to an end', async () => {
    const follow: Rule<WorkflowDocument> = {
      ...(rules.find(({ id }) => id === 'unpinned-uses') as unknown as Rule<WorkflowDocument>),
      needs: (document) =>
        document.source.match(/next: \S+/g)?.map((line) => ({ path: line.slice('next: '.length) })) ?? [],
    };
    const path = (name: string) => `.github/workflows/${name}.yml`;
    const { change, source, asked } = orchard(
      { [path('a')]: `next: ${path('b')}`, [path('b')]: `next: ${path('a')}` },
      [path('a')],
    );

    const snapshot = await gather(change, source, facts, [follow], {});

    expect(asked.filter((one) => one.startsWith('head'))).toEqual([`head ${path('a')}`, `head ${path('b')}`]);
    expect(snapshot.shortfalls).toEqual([]);
  });

  test('facts that rules ask for, once', async () => {
    const ci = '.github/workflows/ci.yml';
    const { change, source } = orchard(
      { [ci]: 'jobs:\n  a:\n    steps:\n      - uses: pear/tree@v1\n      - uses: pear/tree@v1\n' },
      [ci],
    );

    const snapshot = await gather(change, source, { ...facts, kinds: ['commit-of-ref'] }, rules, {});

    expect([...snapshot.facts]).toEqual([['commit-of-ref:pear/tree@v1', { state: 'known', value: SHA }]]);
  });

  test('and says so when there is more than the limit', async () => {
    const files = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`infra/f${i}.tf`, '']));
    const { change, source } = orchard(files, ['infra/f0.tf']);

    const snapshot = await gather(change, source, facts, rules, {});

    expect(snapshot.shortfalls).toEqual(
      expect.arrayContaining([expect.stringContaining('of 599 further files of the head')]),
    );
  });

  test('without a listing it asks for paths and lets globs go', async () => {
    const { change, source, asked } = orchard({ 'infra/main.tf': '' }, ['infra/main.tf'], 'unknown');

    await gather(change, source, facts, rules, {});

    expect(asked).toContain('head infra/.terraform.lock.hcl');
  });
});
