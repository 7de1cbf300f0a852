import { beforeAll, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/change/apply-edits.ts';
import { loadGrammars } from '../../../src/documents/syntax-tree.ts';
import { parseWorkflow } from '../../../src/documents/workflow.ts';
import { insertPermissions } from '../../../src/rules/workflow/permissions/insert-permissions.ts';
import { usedByJob } from '../../../src/rules/workflow/permissions/used-by-job.ts';

beforeAll(() => loadGrammars(['bash']));

const SHA = '8f4b7f84864484a7bf31766abe9204da3cbe65b3';

const workflow = (steps: string, event = 'push') =>
  parseWorkflow(
    '.github/workflows/ci.yml',
    'head',
    `on: ${event}\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n${steps.replace(/^/gm, '      ')}\n`,
  );

/** What the steps of a job certainly need; undefined where one of them is not known. */
function needsOf(steps: string, event?: string) {
  const document = workflow(steps, event);
  const [job] = document.view.jobs;
  return job && usedByJob(document, job)?.needs;
}

const GH = 'env:\n    GH_TOKEN: ${{ github.token }}';

test.each([
  ['a checkout', `- uses: actions/checkout@${SHA}`, { contents: 'read' }],
  ['an action with a wildcard', `- uses: hashicorp/setup-terraform@${SHA}`, {}],
  ['an action by its path', `- uses: github/codeql-action/analyze@${SHA}`, { 'security-events': 'write' }],
  ['gh with the token of the run', `- run: gh release create v1\n  ${GH}`, { contents: 'write' }],
  ['gh that lists', `- run: gh issue list | jq .\n  ${GH}`, { issues: 'read' }],
  ['gh with another token', '- run: gh release create v1\n  env:\n    GH_TOKEN: ${{ secrets.PAT }}', {}],
  ['git push', '- run: |\n    git commit -am x\n    git -C docs push origin HEAD', { contents: 'write' }],
  ['a script without the token', '- run: make test', {}],
  ['a registry of GitHub', '- run: docker push ghcr.io/acme/app', { packages: 'write' }],
  [
    'an action that is given another token',
    `- uses: peter-evans/create-pull-request@${SHA}\n  with:\n    token: \${{ secrets.PAT }}`,
    {},
  ],
  [
    'a role',
    `- uses: aws-actions/configure-aws-credentials@${SHA}\n  with:\n    role-to-assume: arn`,
    { 'id-token': 'write' },
  ],
  [
    'a script of calls',
    `- uses: actions/github-script@${SHA}\n  with:\n    script: await github.rest.checks.create({})`,
    { checks: 'write' },
  ],
  [
    'a deployment by call',
    `- uses: actions/github-script@${SHA}\n  with:\n    script: github.rest.repos.createDeployment({})`,
    { deployments: 'write' },
  ],
])('%s says what it needs', (_, steps, expected) => {
  expect(needsOf(steps)).toMatchObject(expected);
});

test('a comment on a pull request needs the pull request, one on an issue the issue', () => {
  const steps = `- uses: actions/github-script@${SHA}\n  with:\n    script: github.rest.issues.createComment({})`;

  expect(needsOf(steps, 'pull_request')).toEqual({ 'pull-requests': 'write' });
  expect(needsOf(steps, 'issues')).toEqual({ issues: 'write' });
});

test.each([
  ['an action that nobody knows', `- uses: some-org/tool@${SHA}`],
  ['an action of the repository', '- uses: ./.github/actions/tool'],
  ['a program that is given the token', `- run: ./report.sh\n  ${GH}`],
  ['gh api', `- run: gh api repos/acme/app\n  ${GH}`],
  ['a program that may sign', '- run: cosign sign acme/app'],
  ['a script that loads another', `- uses: actions/github-script@${SHA}\n  with:\n    script: require('./x')(github)`],
  ['a script that hands the client on', `- uses: actions/github-script@${SHA}\n  with:\n    script: run(github)`],
  ['inputs from an expression', `- uses: actions/checkout@${SHA}\n  with: \${{ fromJSON(vars.X) }}`],
])('%s is not known', (_, steps) => {
  expect(needsOf(steps)).toBeUndefined();
});

test('each job gets what its steps need, and the workflow only reads', () => {
  const source = `on: push
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@${SHA}
      - run: make test
  release:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@${SHA}
      - run: gh release create v1
        env:
          GH_TOKEN: \${{ github.token }}
`;
  const document = parseWorkflow('.github/workflows/ci.yml', 'head', source);
  const fix = insertPermissions(document, document.view.jobs);

  expect(applyEdits(source, fix?.edits ?? [])).toBe(
    source
      .replace('jobs:\n', 'permissions:\n  contents: read\njobs:\n')
      .replace('  release:\n', '  release:\n    permissions:\n      contents: write\n'),
  );
});

test('nothing is proposed where one job has a step that is not known', () => {
  const document = workflow(`- uses: some-org/tool@${SHA}`);

  expect(insertPermissions(document, document.view.jobs)).toBeUndefined();
});

test('a script that may push with what the checkout left is not known', () => {
  const document = workflow(`- uses: actions/checkout@${SHA}\n- run: ./publish.sh\n- run: gh issue list\n  ${GH}`);

  expect(insertPermissions(document, document.view.jobs)).toBeUndefined();
});
