import { textAt } from '../../../documents/yaml/yaml-node.ts';
import type { AgentRun } from './agent-runs.ts';

/** Inputs that switch off what holds an agent back: https://github.com/openai/codex-action/blob/main/docs/security.md. */
const INPUTS: readonly { readonly action: string; readonly input: string; readonly value: string }[] = [
  { action: 'openai/codex-action', input: 'safety-strategy', value: 'unsafe' },
  { action: 'openai/codex-action', input: 'sandbox', value: 'danger-full-access' },
];

/** The options and inputs, as written, with which an agent does everything unasked and outside a sandbox. */
export function unsafeOptions(run: AgentRun): readonly string[] {
  const { program, options, step, job } = run;
  const boxed =
    job.node.entries.some(({ key }) => key.text === 'container') ||
    options.some((word) => program?.sandbox.includes(word));
  const given = boxed
    ? []
    : (program?.unsafe ?? []).filter((words) => follows(options, words)).map((words) => words.join(' '));
  const inputs = INPUTS.filter(
    ({ action, input, value }) =>
      run.kind === action && textAt(step.with, input)?.trim() === value && !isForced(run, input),
  ).map(({ input, value }) => `${input}: ${value}`);
  const settings =
    /"bypassPermissions"/.test(textAt(step.with, 'settings') ?? '') && !run.command ? ['bypassPermissions'] : [];
  return [...given, ...inputs, ...settings];
}

function follows(options: readonly string[], words: readonly string[]): boolean {
  return options.some((_, at) => words.every((word, i) => options[at + i] === word));
}

/** On Windows the action knows no other strategy. */
function isForced({ job }: AgentRun, input: string): boolean {
  return input === 'safety-strategy' && (job.runsOn?.type !== 'scalar' || /windows|\$\{\{/i.test(job.runsOn.text));
}
