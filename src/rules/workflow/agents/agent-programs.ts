/** What is known of a program that hands a text to a language model. */
export interface AgentProgram {
  readonly program: string;
  /** Its package, as `npx`, `bunx` or `uvx` name it. */
  readonly package: string;
  /** Words of which one makes it run without a person in front of it; none: it always may. */
  readonly unattended: readonly string[];
  readonly does: 'agent' | 'text';
  /** Options that let it do everything unasked, each as the words that stand in a row. */
  readonly unsafe: readonly (readonly string[])[];
  /** Options that put it into a sandbox all the same. */
  readonly sandbox: readonly string[];
}

/**
 * After the command line reference of each program, as known in November 2026:
 * https://code.claude.com/docs/en/cli-reference, https://developers.openai.com/codex/cli/reference,
 * https://github.com/google-gemini/gemini-cli/blob/main/docs/cli/configuration.md,
 * https://docs.github.com/en/copilot/reference/copilot-cli-reference/cli-programmatic-reference,
 * https://cursor.com/docs/cli/reference/parameters, https://ampcode.com/manual, https://opencode.ai/docs/cli,
 * https://aider.chat/docs/config/options.html, https://llm.datasette.io/en/stable/help.html.
 */
export const AGENT_PROGRAMS: readonly AgentProgram[] = [
  {
    program: 'claude',
    package: '@anthropic-ai/claude-code',
    unattended: ['-p', '--print'],
    does: 'agent',
    unsafe: [['--dangerously-skip-permissions'], ['--permission-mode', 'bypassPermissions']],
    sandbox: [],
  },
  {
    program: 'codex',
    package: '@openai/codex',
    unattended: ['exec', 'e'],
    does: 'agent',
    unsafe: [
      ['--dangerously-bypass-approvals-and-sandbox'],
      ['--yolo'],
      ['--sandbox', 'danger-full-access'],
      ['-s', 'danger-full-access'],
      ['sandbox_mode', 'danger-full-access'],
    ],
    sandbox: [],
  },
  {
    program: 'gemini',
    package: '@google/gemini-cli',
    unattended: ['-p', '--prompt'],
    does: 'agent',
    unsafe: [['--yolo'], ['-y'], ['--approval-mode', 'yolo']],
    sandbox: ['--sandbox', '-s'],
  },
  {
    program: 'qwen',
    package: '@qwen-code/qwen-code',
    unattended: ['-p', '--prompt'],
    does: 'agent',
    unsafe: [['--yolo'], ['-y'], ['--approval-mode', 'yolo']],
    sandbox: ['--sandbox', '-s'],
  },
  {
    program: 'copilot',
    package: '@github/copilot',
    unattended: ['-p', '--prompt'],
    does: 'agent',
    unsafe: [['--allow-all-tools'], ['--allow-all'], ['--yolo']],
    sandbox: [],
  },
  {
    program: 'cursor-agent',
    package: 'cursor-agent',
    unattended: ['-p', '--print'],
    does: 'agent',
    unsafe: [['--force'], ['-f'], ['--yolo']],
    sandbox: [],
  },
  {
    program: 'amp',
    package: '@sourcegraph/amp',
    unattended: ['-x', '--execute'],
    does: 'agent',
    unsafe: [['--dangerously-allow-all']],
    sandbox: [],
  },
  { program: 'opencode', package: 'opencode-ai', unattended: ['run'], does: 'agent', unsafe: [], sandbox: [] },
  {
    program: 'aider',
    package: 'aider-chat',
    unattended: ['-m', '--message', '--msg'],
    does: 'agent',
    unsafe: [],
    sandbox: [],
  },
  { program: 'llm', package: 'llm', unattended: [], does: 'text', unsafe: [], sandbox: [] },
];
