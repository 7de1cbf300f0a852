import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { textAt, type YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';
import { agentAction } from './agent-actions.ts';
import { AGENT_PROGRAMS, type AgentProgram } from './agent-programs.ts';
import { programRuns } from './program-runs.ts';
import { splitOptions } from './split-options.ts';

/** A step, or a command of its script, that hands a text to a language model. */
export interface AgentRun {
  /** As a message names it: `anthropics/claude-code-action@v1`, `claude -p`. */
  readonly name: string;
  /** What is known of it under this name. */
  readonly kind: string;
  readonly job: Job;
  readonly step: Step;
  readonly key: string;
  readonly range: Range;
  readonly does: 'agent' | 'text';
  /** It refuses people who may not write to the repository. */
  readonly asksWho: boolean;
  /** Inputs that the model reads; for a program the script of the step. */
  readonly prompts: readonly YamlScalar[];
  /** The words of the command, in the file; absent for an action. */
  readonly command?: Range;
  /** Options of the program, one word each, `--a=b` taken apart. */
  readonly options: readonly string[];
  readonly program?: AgentProgram;
}

const NAMES = /claude|codex|gemini|qwen|ai-inference|copilot|cursor-agent|opencode|aider|\b(amp|llm)\b/i;

const known = new WeakMap<WorkflowDocument, readonly AgentRun[]>();

/** Every run of a language model in a workflow. */
export function agentRuns(document: WorkflowDocument): readonly AgentRun[] {
  const found = known.get(document) ?? (NAMES.test(document.source) ? readRuns(document) : []);
  known.set(document, found);
  return found;
}

function readRuns(document: WorkflowDocument): AgentRun[] {
  return document.view.jobs.flatMap((job) =>
    job.steps.flatMap((step) => (step.run ? ofScript(document, job, step, step.run) : (ofAction(job, step) ?? []))),
  );
}

function ofAction(job: Job, step: Step): AgentRun | undefined {
  const { uses } = step;
  const row = uses?.kind === 'repository' ? agentAction(uses) : undefined;
  if (!uses || !row) return undefined;
  const inputs = step.with?.entries ?? [];
  return {
    name: uses.raw,
    kind: row.action,
    job,
    step,
    key: `${job.id}/${step.key}`,
    range: uses.node.range,
    does: row.does,
    asksWho: row.asksWho && !row.opens.some((input) => isEverybody(textAt(step.with, input))),
    prompts: inputs.flatMap(({ key, value }) =>
      value.type === 'scalar' && row.prompts.includes(key.text.toLowerCase()) ? [value] : [],
    ),
    options: row.options.flatMap((input) => splitOptions(textAt(step.with, input) ?? '')),
    ...programOf(row.program),
  };
}

function programOf(name: string | undefined): { readonly program?: AgentProgram } {
  const program = AGENT_PROGRAMS.find((row) => row.program === name);
  return program ? { program } : {};
}

/** `*`, alone or in a list of names. */
export function isEverybody(names: string | undefined): boolean {
  return (names ?? '').split(/[,\s]+/).includes('*');
}

function ofScript(document: WorkflowDocument, job: Job, step: Step, run: YamlScalar): AgentRun[] {
  return programRuns(document, job, step).map(({ program, range, options, shown }) => ({
    name: shown,
    kind: program.program,
    job,
    step,
    key: `${job.id}/${step.key}`,
    range,
    does: program.does,
    asksWho: false,
    prompts: [run],
    command: range,
    options,
    program,
  }));
}
