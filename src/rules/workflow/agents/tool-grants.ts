import { textAt } from '../../../documents/yaml/yaml-node.ts';
import type { AgentRun } from './agent-runs.ts';
import { listIn } from './list-in.ts';

/** Programs that run any code they are given, or send anything anywhere. */
const ANYTHING =
  /^(sudo|sh|bash|zsh|fish|pwsh|env|eval|exec|xargs|nohup|timeout|python[\d.]*|node|npx|bunx|bun|deno|tsx|perl|ruby|php|lua|awk|docker|ssh|curl|wget|nc|ncat)$/;

/**
 * The tools that a run is given with which it can run any command; empty where it is given none, or where that is not
 * known. `everything`: nothing limits its tools.
 */
export function commandTools(run: AgentRun): readonly string[] {
  if (run.program?.program === 'claude') return ofClaude(run);
  if (run.program?.program === 'copilot') return valuesOf(run.options, ['--allow-tool']).filter(isOpenShell);
  if (/gemini|qwen/.test(run.kind) && !run.command) return ofGemini(run);
  return [];
}

function ofClaude({ step, options }: AgentRun): string[] {
  const listed = ['allowed_tools'].flatMap((input) => splitTools(textAt(step.with, input) ?? ''));
  const settings = listIn(textAt(step.with, 'settings'), ['permissions', 'allow']) ?? [];
  const given = valuesOf(options, ['--allowedTools', '--allowed-tools']).flatMap(splitTools);
  return [...listed, ...settings, ...given].filter(isOpenBash);
}

/** `Bash(npm test:*),Edit` are two tools. */
function splitTools(text: string): string[] {
  return text.match(/(?:[^\s,()]|\([^()]*\))+/g) ?? [];
}

/** The words behind an option, up to the next one. */
function valuesOf(options: readonly string[], names: readonly string[]): string[] {
  let inside = false;
  return options.filter((word) => {
    if (word.startsWith('-')) {
      inside = names.includes(word);
      return false;
    }
    return inside;
  });
}

function isOpenBash(tool: string): boolean {
  const [, program, rest = ''] = /^Bash(?:\(\s*([^\s:()]*)([^()]*)\))?$/.exec(tool) ?? ['', 'none'];
  if (program === undefined || program === '' || program === '*') return true;
  return ANYTHING.test(program) && rest.includes('*');
}

function isOpenShell(tool: string): boolean {
  const [, program] = /^shell(?:\(([^\s:()]*)[^()]*\))?$/.exec(tool) ?? ['', 'none'];
  return program === undefined || program === '*' || ANYTHING.test(program);
}

/** These actions approve every call; only a list of tools holds them back. */
function ofGemini(run: AgentRun): string[] {
  if (settingsOf(run) === undefined) return ['everything'];
  return (coreTools(run) ?? []).filter((tool) => /^(run_shell_command|ShellTool)$/.test(tool));
}

function settingsOf({ step }: AgentRun): string | undefined {
  return textAt(step.with, 'settings') ?? textAt(step.with, 'settings_json');
}

function coreTools(run: AgentRun): string[] | undefined {
  const settings = settingsOf(run);
  return listIn(settings, ['tools', 'core']) ?? listIn(settings, ['coreTools']);
}

/** Whether a list that is seen here leaves the agent no command of its own choice. */
export function hasToolList(run: AgentRun): boolean {
  return coreTools(run) !== undefined && commandTools(run).length === 0;
}
