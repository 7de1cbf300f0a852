import { parseShell, type ShellCommand } from '../../../documents/shell.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Range, RuleContext } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { poisonedArtifacts } from '../artifacts/poisoned-artifacts.ts';
import { outsideCheckouts } from '../checkout/outside-checkouts.ts';
import { stepShell } from '../gates/step-shell.ts';
import { fileWrites, type RunnerFile } from './file-writes.ts';
import { mentions } from './follow-variables.ts';
import type { OutsideVariable } from './outside-variables.ts';

/** The text of a file that outsiders made, written into a file of the runner. */
export interface FileFlow {
  readonly key: string;
  readonly range: Range;
  /** The command, as it stands in the script. */
  readonly written: string;
  /** What brought the file in. */
  readonly origin: { readonly named: string; readonly range: Range };
}

/** Reads a file: `$(cat name)`, `$(<name)`, `$(head -n1 name)`. */
const READS = /\$\(\s*(cat|head|tail|jq|yq|sed|grep|awk)\s[^()]*\)|\$\(\s*<|`cat\s/;

/** Where a privileged job hands the text of such files to its later steps. */
export function outsideFiles(document: WorkflowDocument, context: RuleContext, file: RunnerFile): FileFlow[] {
  if (!document.source.includes(file)) return [];
  return origins(document, context).flatMap(({ job, step, origin }) =>
    job.steps
      .filter(({ index, run }) => index >= step.index && run?.text.includes(file))
      .flatMap((later) => flowsOf(document, job, later, file).map((flow) => ({ ...flow, origin }))),
  );
}

interface Origin {
  readonly job: Job;
  readonly step: Step;
  readonly origin: FileFlow['origin'];
}

function origins(document: WorkflowDocument, context: RuleContext): Origin[] {
  const artifacts = poisonedArtifacts(document, context).map(({ job, step, artifact }) => ({
    job,
    step,
    origin: artifact,
  }));
  // Where the code is run as well, that is the worse story, and is told.
  const checkouts = outsideCheckouts(document, context)
    .filter(({ reached, runner, code }) => reached.guard === 'open' && !runner && !code.ownRepository)
    .map(({ job, step, code }) => ({ job, step, origin: code }));
  const seen = new Set<Job>();
  return [...artifacts, ...checkouts].filter(({ job }) => !seen.has(job) && seen.add(job));
}

function flowsOf(document: WorkflowDocument, job: Job, step: Step, file: RunnerFile): Omit<FileFlow, 'origin'>[] {
  const { run } = step;
  if (!run || stepShell(document, job, step).kind !== 'posix') return [];
  const { start, end } = run.contentRange;
  const shell = parseShell(document.source.slice(start, end), start);
  const variables = shell.commands.flatMap(({ assignments }) =>
    assignments.flatMap(({ name, value }) =>
      value && READS.test(value.text) && !isHarmless(value.text) ? [variable(name)] : [],
    ),
  );
  return fileWrites(document.source, shell)
    .filter(
      (write) =>
        write.file === file && (printsFile(write.command) || READS.test(write.text) || mentions(write.text, variables)),
    )
    .filter(({ text }) => !isHarmless(text))
    .map(({ range, text }) => ({ key: `${job.id}/${step.key}`, range, written: quote(text.split('\n')[0] ?? '') }));
}

function variable(name: string): OutsideVariable {
  return { name, source: name, manyLines: true, filtered: false, severity: 'critical' };
}

function printsFile({ words }: ShellCommand): boolean {
  return words[0]?.text === 'cat' && words.length > 1;
}

/** One line, or nothing but digits and letters. */
function isHarmless(text: string): boolean {
  return /\btr\s+-\w*[cd]|\bgrep\s+-\w*o|\bhead\s+(-n\s*)?-?1\b|\btail\s+(-n\s*)?-?1\b|\bjq\b(?![^)]{0,200}-r)|\$\(\(|<<\s*["']?\$\{?\w+/.test(
    text,
  );
}
