import { invokedWords, parseShell, type ShellCommand } from '../../../documents/shell.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Range } from '../../../types.ts';
import { stepShell } from '../gates/step-shell.ts';
import { AGENT_PROGRAMS, type AgentProgram } from './agent-programs.ts';
import { splitAssignment } from './split-options.ts';

export interface ProgramRun {
  readonly program: AgentProgram;
  readonly range: Range;
  readonly options: readonly string[];
  /** The command without its prompt. */
  readonly shown: string;
}

const WORTH_PARSING = new RegExp(
  `(^|[\\s/;&|("'])(${AGENT_PROGRAMS.flatMap((row) => [row.program, row.package]).join('|')})([\\s@]|$)`,
);

/** The commands of a step's script that ask a model. */
export function programRuns(document: WorkflowDocument, job: Job, step: Step): ProgramRun[] {
  const { run } = step;
  if (!run || !WORTH_PARSING.test(run.text) || stepShell(document, job, step).kind !== 'posix') return [];
  const { start, end } = run.contentRange;
  return parseShell(document.source.slice(start, end), start).commands.flatMap((command) => ofCommand(command) ?? []);
}

function ofCommand(command: ShellCommand): ProgramRun | undefined {
  const words = invokedWords(command).map(({ text }) => text);
  const at = programAt(words);
  const program = AGENT_PROGRAMS.find((row) => isNamed(row, words[at] ?? ''));
  if (!program) return undefined;
  const options = words.slice(at + 1).flatMap(splitAssignment);
  const unattended = program.unattended.find((word) => options.includes(word));
  if (program.unattended.length > 0 && unattended === undefined) return undefined;
  if (options.length === 0 || isHousekeeping(options)) return undefined;
  return { program, options, range: command.range, shown: [program.program, unattended ?? ''].join(' ').trim() };
}

/** Where the program stands behind what starts it: `npx -y`, `timeout 10m`. */
function programAt(words: readonly string[]): number {
  if (/^(npx|bunx|uvx|pipx)$/.test(words[0] ?? '')) {
    const at = words.findIndex((word, i) => i > 0 && !word.startsWith('-') && word !== 'run');
    return at < 0 ? words.length : at;
  }
  return words[0] === 'timeout' ? words.findIndex((word, i) => i > 0 && /^[a-z@./]/.test(word)) : 0;
}

function isNamed(row: AgentProgram, word: string): boolean {
  const name = word.replace(/(?<=.)@[^/@]*$/, '');
  return name === row.package || name.split('/').at(-1) === row.program;
}

/** `llm install`, `llm keys set`: no model is asked. */
function isHousekeeping([first = '']: readonly string[]): boolean {
  return /^(--version|--help|install|uninstall|keys|models|plugins|logs|mcp|auth|login|config|aliases|templates|update)$/.test(
    first,
  );
}
