import { readShell, type ScriptCommand, type ShellScript } from '../../../documents/shell/script-commands.ts';
import { gateOfCommand } from '../gates/gate-signs.ts';
import type { StepShell } from '../gates/step-shell.ts';
import { UNREADABLE } from './followed-script.ts';
import { runShell } from './run-shell.ts';
import type { ExitStatus, ShellPath } from './shell-path.ts';
import { writtenWords } from './shell-words.ts';

/** What becomes of a script when one command of it fails. `unknown`: it could not be followed. */
export type Outcome = 'fails' | 'passes' | 'may pass' | 'never runs' | 'unknown';

/** Whether the failure of a command is still that of its script. */
export function gateOutcome(script: ShellScript, command: ScriptCommand, shell: StepShell): Outcome {
  if (!script.isReadable || shell.kind !== 'posix') return 'unknown';
  const inner = innerOutcome(script, command);
  if (inner !== undefined && inner !== 'fails') return inner;
  try {
    const paths = runShell(
      script.root,
      start(shell),
      { ignored: false, handling: false, depth: 0 },
      { source: script.text, isTarget: (node) => node === command.node, spend: budget() },
    );
    return outcomeOf(paths);
  } catch (error) {
    if (error !== UNREADABLE) throw error;
    return 'unknown';
  }
}

/** A script of this many pieces, counted on every way through it, is not followed to its end. */
const MAX_PIECES = 20_000;

function budget(): () => void {
  let left = MAX_PIECES;
  return () => {
    left -= 1;
    if (left < 0) throw UNREADABLE;
  };
}

function start({ errexit, pipefail }: StepShell): ShellPath {
  return {
    status: '0',
    reached: false,
    errexit,
    pipefail,
    variables: new Map(),
    functions: new Map(),
    pipeStatus: [],
  };
}

function outcomeOf(paths: readonly ShellPath[]): Outcome {
  const ends = new Set(
    paths.filter(({ reached }) => reached).map(({ onExit, status }): ExitStatus => onExit ?? status),
  );
  if (ends.size === 0) return 'never runs';
  if (ends.size === 1) return ends.has('1') ? 'fails' : ends.has('0') ? 'passes' : 'may pass';
  return 'may pass';
}

/** `bash -c 'pytest || true'`: the gates of a script within the script. */
function innerOutcome(script: ShellScript, { node }: ScriptCommand): Outcome | undefined {
  const words = writtenWords(node, script.text);
  const at = words.findIndex((word) => /^([\w/]*\/)?(ba|da|z|k)?sh$/.test(word));
  const flags = words[at + 1] ?? '';
  const text = words[at + 2];
  if (at < 0 || !/^-\w*c$/.test(flags) || text === undefined) return undefined;
  const inner = readShell(text);
  const shell: StepShell = { kind: 'posix', errexit: flags.includes('e'), pipefail: false };
  const gates = inner.commands.filter((one) => gateOfCommand(one.text));
  const outcomes = gates.map((one) => gateOutcome(inner, one, shell));
  return outcomes.find((one) => one !== 'fails' && one !== 'unknown');
}
