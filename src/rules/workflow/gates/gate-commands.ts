import type { ScriptCommand, ShellScript } from '../../../documents/shell/script-commands.ts';
import { gateOutcome, type Outcome } from '../shell-runs/gate-outcome.ts';
import { programName } from '../shell-runs/run-command.ts';
import { type Gate, gateOfCommand, isBesideCommand } from './gate-signs.ts';
import type { StepShell } from './step-shell.ts';

/** A command of a script that checks something. */
export interface GateCommand {
  readonly command: ScriptCommand;
  readonly gate: Gate;
  /** By what it runs, not only by the name of its step. */
  readonly isKnown: boolean;
  readonly outcome: Outcome;
}

const PLUMBING =
  /^(set|unset|cd|pushd|popd|exit|return|source|\.|true|false|:|shift|local|declare|trap|wait|read|break|continue|eval|if|chmod|tee|date|sed|awk|jq|tr|cut|head|tail|sort)$/;

/** More checks in one script are not followed one by one. */
const MAX_FOLLOWED = 100;

const known = new WeakMap<ShellScript, Map<string, readonly GateCommand[]>>();

/** The checks of a script and what becomes of their failure; `named` is what the step's name says it checks. */
export function gateCommands(script: ShellScript, shell: StepShell, named: Gate | undefined): readonly GateCommand[] {
  const answers = known.get(script) ?? new Map<string, readonly GateCommand[]>();
  known.set(script, answers);
  const key = JSON.stringify([shell, named]);
  const found = answers.get(key) ?? findCommands(script, shell, named);
  answers.set(key, found);
  return found;
}

function findCommands(script: ShellScript, shell: StepShell, named: Gate | undefined): GateCommand[] {
  const gates = script.commands.flatMap((command) => {
    const own = gateOfCommand(command.text);
    const gate = own ?? (isPlumbing(command) ? undefined : named);
    return gate ? [{ command, gate, isKnown: own !== undefined }] : [];
  });
  return gates.map((one, i) => ({
    ...one,
    outcome: i < MAX_FOLLOWED ? gateOutcome(script, one.command, shell) : 'unknown',
  }));
}

function isPlumbing({ text }: ScriptCommand): boolean {
  return isBesideCommand(text) || PLUMBING.test(programName(text));
}

/** Whether nothing in a script can be a check any more. */
export function isEmptyScript(script: ShellScript): boolean {
  return script.isReadable && script.commands.every(isPlumbing);
}
