import { describe, expect, test } from '@jest/globals';
import { contextPaths, expressionsBelow, parseExpression } from '../../src/documents/workflow/expression.ts';
import { parseWorkflow, stepsOf } from '../../src/documents/workflow.ts';

const SOURCE = `name: Harvest
on:
  push:
    branches: [main]
  pull_request_target:
permissions: read-all
jobs:
  pick:
    runs-on: ubuntu-24.04
    permissions: {contents: write, id-token: none}
    environment:
      name: orchard
      url: https://example.com
    steps:
      - uses: pear/tree/branch@v1
      - uses: ./local
      - name: Pick
        run: |
          echo "\${{ github.event.issue.title }}"
          pick
      - name: Pick
        run: pick again
  sell:
    needs: pick
    uses: pear/market/.github/workflows/sell.yml@main
`;
const { view, source } = parseWorkflow('.github/workflows/harvest.yml', 'head', SOURCE);

describe('a workflow', () => {
  test('tells its triggers, jobs and what they wait for', () => {
    expect(view.triggers.map(({ event }) => event)).toEqual(['push', 'pull_request_target']);
    expect(view.jobs.map(({ id, needs }) => [id, needs.map(({ text }) => text)])).toEqual([
      ['pick', []],
      ['sell', ['pick']],
    ]);
    expect(view.jobs[0]?.environment?.name).toBe('orchard');
  });

  test('tells permissions as a word or by scope', () => {
    expect(view.permissions).toMatchObject({ all: 'read', scopes: [] });
    expect(view.jobs[0]?.permissions?.scopes.map(({ scope, level }) => [scope, level])).toEqual([
      ['contents', 'write'],
      ['id-token', 'none'],
    ]);
  });

  test('gives each step an address that survives a version bump and insertions', () => {
    const document = parseWorkflow('w.yml', 'head', SOURCE);

    expect(stepsOf(document).map(({ key }) => key)).toEqual([
      'pick/pear/tree/branch',
      'pick/./local',
      'pick/Pick',
      'pick/Pick#2',
    ]);
  });

  test('tells what `uses` refers to, down to the ref', () => {
    const [first, second] = view.jobs[0]?.steps ?? [];

    expect(first?.uses).toMatchObject({ kind: 'repository', repository: 'pear/tree', path: 'branch', ref: 'v1' });
    expect(source.slice(first?.uses?.refRange.start, first?.uses?.refRange.end)).toBe('v1');
    expect(second?.uses).toMatchObject({ kind: 'local', path: 'local' });
  });

  test('tells its expressions with their place, also inside a block of shell', () => {
    const [expression] = expressionsBelow(source, view.root);

    expect(source.slice(expression?.range.start, expression?.range.end)).toBe('${{ github.event.issue.title }}');
    expect([...contextPaths(expression?.node)]).toEqual([['github', 'event', 'issue', 'title']]);
  });
});

describe('an expression', () => {
  test('is a tree of what its value comes from', () => {
    expect(parseExpression("github.event_name == 'push' && inputs.name || 'x'")).toMatchObject({
      kind: 'logical',
      operator: '||',
      operands: [
        {
          kind: 'logical',
          operator: '&&',
          operands: [{ kind: 'comparison' }, { kind: 'context', path: ['inputs', 'name'] }],
        },
        { kind: 'literal', value: 'x' },
      ],
    });
  });

  test('with a filter or a computed index says so in its path', () => {
    expect(parseExpression('github.event.commits.*.message')).toEqual({
      kind: 'context',
      path: ['github', 'event', 'commits', '*', 'message'],
    });
    expect(parseExpression('needs[matrix.job].result')).toMatchObject({ path: ['needs', '[]', 'result'] });
  });

  test.each(['a b', '(((', '('.repeat(10_000), 'x'.repeat(30_000), ''])(
    'that GitHub could not parse is none',
    (text) => {
      expect(parseExpression(text)).toBeUndefined();
    },
  );
});
