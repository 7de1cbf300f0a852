import { shellScript } from '../../../documents/shell/script-commands.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import type { Range } from '../../../types.ts';
import { type Gate, gateOfCommand, gateOfStep } from './gate-signs.ts';
import { type ScriptLine, scriptLines } from './script-lines.ts';
import { scriptPlace } from './script-place.ts';
import { stepShell } from './step-shell.ts';

/** One check that a file makes, recognisable wherever it stands. */
export interface GateSignature {
  readonly gate: Gate;
  /** The action, or the program and what it is told to look at: options and versions do not count. */
  readonly signature: string;
  /** As a person would name it. */
  readonly name: string;
  readonly step: Step;
  /** Id of its job; absent in an action. */
  readonly job?: string;
  readonly range: Range;
  readonly key: string;
  /** Only the name of its step says that it checks something. */
  readonly byName?: boolean;
}

/** The checks of a workflow or action that do more than build. */
export function gateSignatures(document: WorkflowDocument | ActionDocument): readonly GateSignature[] {
  const found = known.get(document) ?? readSignatures(document);
  known.set(document, found);
  return found;
}

/** Several rules ask for the same ones. */
const known = new WeakMap<WorkflowDocument | ActionDocument, readonly GateSignature[]>();

function readSignatures(document: WorkflowDocument | ActionDocument): GateSignature[] {
  return stepsOf(document).flatMap(({ step, job, key }): GateSignature[] => {
    const common = { step, key, ...(job ? { job: job.id } : {}) };
    const written = step.run ? scriptLines(document.source, step.run) : [];
    const byStep = gateOfStep(
      step,
      written.map(({ text }) => text),
    );
    if (!byStep || byStep === 'build') return [];
    if (step.uses) {
      if (step.uses.kind !== 'repository') return [];
      const signature = [step.uses.repository, step.uses.path]
        .filter((part) => part !== '')
        .join('/')
        .toLowerCase();
      const { name: _called, ...nameless } = step;
      const byName = gateOfStep(nameless, []) === undefined;
      return [{ ...common, gate: byStep, signature, name: step.uses.repository, range: step.uses.node.range, byName }];
    }
    return commandsOf(document, job, step, written).flatMap(({ text, range }): GateSignature[] => {
      const gate = gateOfCommand(text);
      if (!gate || gate === 'build') return [];
      return [{ ...common, gate, signature: signatureOf(text), name: text, range }];
    });
  });
}

/** Command by command where the script can be read, else line by line. What a here-document or a comment holds is neither. */
function commandsOf(
  document: WorkflowDocument | ActionDocument,
  job: Job | undefined,
  step: Step,
  lines: readonly ScriptLine[],
): readonly ScriptLine[] {
  const { run } = step;
  if (!run) return [];
  const script = stepShell(document, job, step).kind === 'posix' ? shellScript(run) : undefined;
  if (!script?.isReadable) return lines;
  return script.commands.map(({ text, node }) => {
    const at = scriptPlace(document.source, run, node.start);
    const line = at === undefined ? undefined : lines.find(({ range }) => range.start <= at && at < range.end);
    return { text, range: line?.range ?? run.range };
  });
}

function signatureOf(line: string): string {
  const words = line
    .replace(/^(\w+=\S* )+/, '')
    .replace(/^(sudo|time|exec|env) /, '')
    .split(' ');
  return words
    .filter((word, i) => !word.startsWith('-') && !/^[|>&]/.test(word) && !words[i - 1]?.match(/^--?\w+$/))
    .slice(0, 3)
    .join(' ')
    .toLowerCase();
}
