import { describe, expect, test } from '@jest/globals';
import { parseExpression } from '../../../src/documents/workflow/expression.ts';
import { parseWorkflow } from '../../../src/documents/workflow.ts';
import { contextTypes } from '../../../src/rules/workflow/expressions/types/context-types.ts';
import { inferType } from '../../../src/rules/workflow/expressions/types/infer-type.ts';

const WORKFLOW = `
on:
  workflow_dispatch:
    inputs:
      flag: {type: boolean}
      both: {type: boolean}
  workflow_call:
    inputs:
      both: {type: string}
jobs:
  build:
    strategy:
      matrix:
        size: [1, 2]
        mixed: [1, two]
        entry: [{name: a, tags: [x]}, {name: b}]
        dynamic: ["\${{ vars.X }}"]
        include:
          - size: 3
            last: true
    runs-on: ubuntu-24.04
    steps: []
`;

describe('the type of an expression', () => {
  test.each([
    ["'text'", 'string'],
    ['github.sha', 'string'],
    ['github.event', 'object'],
    ['github.event.pull_request.number', 'any'],
    ['github.event.inputs.flag', 'string'],
    ['inputs.flag', 'boolean'],
    ['inputs.both', 'any'],
    ['matrix.size', 'number'],
    ['matrix.mixed', 'any'],
    ['matrix.entry', 'object'],
    ['matrix.entry.name', 'string'],
    ['matrix.entry.tags', 'any'],
    ['matrix.dynamic', 'any'],
    ['matrix.last', 'boolean'],
    ['needs.*.result', 'array'],
    ["inputs.flag && 'a' || 'b'", 'any'],
    ["github.ref == 'refs/heads/a' || inputs.flag", 'boolean'],
    ["fromJSON('[1]')", 'array'],
    ['fromJSON(vars.X)', 'any'],
    ['toJSON(github.event)', 'string'],
    ["case(inputs.flag, 'a', 'b')", 'string'],
  ])('%s is %s', (text, kind) => {
    expect(typeOf(text)).toEqual({ problems: [], kind });
  });

  test.each([
    "inputs.flag == 'true'",
    "github.event == 'push'",
    'github.actor.login',
    'matrix.entry.nmae',
    "contains(needs, 'failure')",
    "fromJSON('{')",
  ])('%s is wrong', (text) => {
    expect(typeOf(text).problems).toHaveLength(1);
  });
});

function typeOf(text: string): { readonly problems: readonly string[]; readonly kind: string } {
  const { view } = parseWorkflow('.github/workflows/ci.yml', 'head', WORKFLOW);
  const node = parseExpression(text);
  if (!node) throw new Error(`not parsed: ${text}`);
  const steps = inferType(node, contextTypes(view, view.jobs[0]));
  const problems: string[] = [];
  let step = steps.next();
  while (!step.done) {
    problems.push(step.value.what);
    step = steps.next();
  }
  return { problems, kind: step.value.kind };
}
