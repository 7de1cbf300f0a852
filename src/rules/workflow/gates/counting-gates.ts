import { shellScript } from '../../../documents/shell/script-commands.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import { isTrue } from '../../../documents/yaml/yaml-node.ts';
import { startsByItself } from '../jobs/counterpart-of.ts';
import { constantTruth } from './constant-truth.ts';
import { gateCommands } from './gate-commands.ts';
import { type GateSignature, gateSignatures } from './gate-signatures.ts';
import { knownValues } from './known-values.ts';
import { stepShell } from './step-shell.ts';

type Subject = WorkflowDocument | ActionDocument;

/** The checks of a file that run without anybody's doing, and whose failure stops the run. */
export function countingGates(document: Subject): readonly GateSignature[] {
  const found = known.get(document) ?? findCounting(document);
  known.set(document, found);
  return found;
}

/** Every file is asked for those of all files. */
const known = new WeakMap<Subject, readonly GateSignature[]>();

function findCounting(document: Subject): readonly GateSignature[] {
  if (document.kind === 'workflow' && !startsByItself(document)) return [];
  const jobs = new Map(stepsOf(document).map(({ step, job }) => [step, job]));
  return gateSignatures(document).filter((one) => counts(document, jobs.get(one.step), one));
}

function counts(document: Subject, job: Job | undefined, { step, name }: GateSignature): boolean {
  const holds = (value: YamlScalar | undefined) =>
    isTrue(value) || (value !== undefined && constantTruth(value, knownValues(document, job)) === true);
  const never = (value: YamlScalar | undefined) => constantTruth(value, knownValues(document, job)) === false;
  if (holds(step.continueOnError) || holds(job?.continueOnError) || never(step.if) || never(job?.if)) return false;
  return !step.run || failsWith(document, job, step, step.run, name);
}

/** Unless it is sure that the failure goes nowhere. */
function failsWith(document: Subject, job: Job | undefined, step: Step, run: YamlScalar, name: string): boolean {
  const commands = gateCommands(shellScript(run), stepShell(document, job, step), undefined);
  const own = commands.filter(({ command }) => command.text === name);
  return own.length === 0 || own.some(({ outcome }) => outcome !== 'passes' && outcome !== 'never runs');
}
