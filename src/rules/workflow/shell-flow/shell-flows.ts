import { parseShell, type ShellCommand, type ShellView } from '../../../documents/shell.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import { stepShell } from '../gates/step-shell.ts';
import type { Place } from '../injection/trace-value.ts';
import { followVariables } from './follow-variables.ts';
import { type OutsideVariable, outsideVariables } from './outside-variables.ts';

/** A shell script that works with the text of outsiders. */
export interface ShellFlow {
  readonly place: Place;
  readonly key: string;
  readonly shell: ShellView;
  readonly commands: readonly ShellCommand[];
  readonly variables: readonly OutsideVariable[];
}

const known = new WeakMap<WorkflowDocument | ActionDocument, readonly ShellFlow[]>();

/** The scripts of a workflow that are given outsiders' text in variables; parsed only where they are. */
export function shellFlows(document: WorkflowDocument | ActionDocument): readonly ShellFlow[] {
  const found = known.get(document) ?? readFlows(document);
  known.set(document, found);
  return found;
}

function readFlows(document: WorkflowDocument | ActionDocument): ShellFlow[] {
  return stepsOf(document).flatMap(({ step, job, key }) => {
    const { run } = step;
    if (!run || stepShell(document, job, step).kind !== 'posix') return [];
    const place: Place = { document, step, ...(job ? { job } : {}) };
    const given = outsideVariables(place);
    if (given.length === 0) return [];
    const { start, end } = run.contentRange;
    const shell = parseShell(document.source.slice(start, end), start);
    return [{ place, key, shell, commands: shell.commands, variables: followVariables(shell, given) }];
  });
}
