import { describe, expect, test } from '@jest/globals';
import { check } from '../../../src/check/check.ts';
import { rules } from '../../../src/rules/index.ts';
import { projectOf } from '../../support/project-of.ts';

const PATH = '.github/workflows/one.yml';

/** The security rules that speak when a workflow is new, each with the line it speaks of. */
async function told(files: Readonly<Record<string, string>>): Promise<string[]> {
  const project = await projectOf({}, files);
  const { findings } = check(
    project,
    rules.filter(({ kinds, domain }) => kinds.includes('workflow') && domain === 'security'),
  );
  return findings.filter(({ severity }) => severity === 'high' || severity === 'critical').map(({ rule }) => rule);
}

function workflow(event: string, steps: string): string {
  return `on: ${event}\npermissions:\n  contents: read\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    steps:\n${steps}`;
}

describe('one defect is told by one rule', () => {
  test("a comment that is evaluated is a command, not an argument or a request's address", async () => {
    const steps = `      - env:\n          BODY: \${{ github.event.comment.body }}\n        run: bash -c "curl $BODY"\n`;
    expect(await told({ [PATH]: workflow('issue_comment', steps) })).toEqual(['command-injection']);
  });

  test('an expression in a script is told as such, wherever the script writes it', async () => {
    const steps = `      - run: echo "BODY=\${{ github.event.comment.body }}" >> "$GITHUB_ENV"\n`;
    expect(await told({ [PATH]: workflow('issue_comment', steps) })).toEqual(['template-injection']);
  });

  test("what a caller passes is told by the caller's rule alone", async () => {
    const called = `on:\n  workflow_call:\n    inputs:\n      title:\n        type: string\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    permissions: {}\n    steps:\n      - run: echo "\${{ inputs.title }}"\n`;
    const caller = `on: issues\npermissions:\n  contents: read\njobs:\n  one:\n    uses: ./.github/workflows/called.yml\n    with:\n      title: \${{ github.event.issue.title }}\n`;
    const rulesHeard = await told({ '.github/workflows/called.yml': called, [PATH]: caller });
    expect(rulesHeard).toEqual(['reusable-workflow-taint']);
  });

  test('an agent that may do everything unasked is not told of for its tools as well', async () => {
    const steps = `      - uses: anthropics/claude-code-action@v1\n        with:\n          claude_args: --dangerously-skip-permissions --allowedTools Bash\n`;
    expect(await told({ [PATH]: workflow('issue_comment', steps) })).toEqual(['ai-agent-unsafe-sandbox']);
  });

  test('a stranger who writes the task of an agent needs no second voice that anybody may start it', async () => {
    const steps = `      - run: claude -p "$BODY"\n        env:\n          BODY: \${{ github.event.issue.body }}\n`;
    const heard = await told({ [PATH]: workflow('issues', steps).replace('read', 'write') });
    expect(heard.filter((rule) => rule !== 'excessive-permissions')).toEqual(['prompt-injection']);
  });
});
