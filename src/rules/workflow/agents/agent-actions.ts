/** What is known of an action that hands a text to a language model. */
export interface AgentAction {
  /** `owner/name`, with the path below it, in lower case. */
  readonly action: string;
  /** Inputs, in lower case, whose text the model reads as its task. */
  readonly prompts: readonly string[];
  /** `agent`: it uses tools on the runner; `text`: it only answers. */
  readonly does: 'agent' | 'text';
  /** It refuses to run for people who may not write to the repository, unless an input opens it. */
  readonly asksWho: boolean;
  /** Inputs in which `*` opens it to everybody. */
  readonly opens: readonly string[];
  /** Inputs in which `*` opens it to every GitHub App. */
  readonly opensToBots: readonly string[];
  /** Outputs that the model writes. */
  readonly outputs: RegExp;
  /** Inputs that hold options of the program behind the action. */
  readonly options: readonly string[];
  /** The program behind it, whose options these are. */
  readonly program?: string;
}

const NONE = { opens: [], opensToBots: [], options: [] } as const;

/**
 * After the `action.yml` and the security pages of each action, as known in November 2026:
 * https://github.com/anthropics/claude-code-action/blob/main/docs/security.md,
 * https://github.com/anthropics/claude-code-base-action, https://github.com/openai/codex-action/blob/main/docs/security.md,
 * https://github.com/google-github-actions/run-gemini-cli, https://github.com/QwenLM/qwen-code-action,
 * https://github.com/actions/ai-inference.
 */
const ACTIONS: readonly AgentAction[] = [
  {
    action: 'anthropics/claude-code-action',
    prompts: ['prompt', 'direct_prompt', 'override_prompt', 'custom_instructions', 'claude_args'],
    does: 'agent',
    asksWho: true,
    opens: ['allowed_non_write_users'],
    opensToBots: ['allowed_bots'],
    outputs: /^(structured_output|branch_name)$/,
    options: ['claude_args'],
    program: 'claude',
  },
  {
    ...NONE,
    action: 'anthropics/claude-code-base-action',
    prompts: ['prompt', 'system_prompt', 'append_system_prompt', 'claude_args'],
    does: 'agent',
    asksWho: false,
    outputs: /^structured_output$/,
    options: ['claude_args'],
    program: 'claude',
  },
  {
    action: 'openai/codex-action',
    prompts: ['prompt'],
    does: 'agent',
    asksWho: true,
    opens: ['allow-users'],
    opensToBots: [],
    outputs: /^final-message$/,
    options: ['codex-args'],
    program: 'codex',
  },
  {
    ...NONE,
    action: 'google-github-actions/run-gemini-cli',
    prompts: ['prompt'],
    does: 'agent',
    asksWho: false,
    outputs: /^(summary|gemini_response)$/,
  },
  {
    ...NONE,
    action: 'google-gemini/gemini-cli-action',
    prompts: ['prompt'],
    does: 'agent',
    asksWho: false,
    outputs: /^summary$/,
  },
  {
    ...NONE,
    action: 'qwenlm/qwen-code-action',
    prompts: ['prompt'],
    does: 'agent',
    asksWho: false,
    outputs: /^summary$/,
  },
  {
    ...NONE,
    action: 'actions/ai-inference',
    prompts: ['prompt', 'system-prompt', 'input'],
    does: 'text',
    asksWho: false,
    outputs: /^response$/,
  },
];

const BY_NAME = new Map(ACTIONS.map((row) => [row.action, row]));

/** The row of an action; undefined where it is none that is known to ask a model. */
export function agentAction(uses: { readonly repository: string; readonly path: string }): AgentAction | undefined {
  const name = uses.path === '' ? uses.repository : `${uses.repository}/${uses.path}`;
  return BY_NAME.get(name.toLowerCase());
}
