import { shellScript } from '../../../documents/shell/script-commands.ts';
import { sliceOf } from '../../../documents/source-text.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Range, RelatedRange } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { gateCommands, isEmptyScript } from './gate-commands.ts';
import { gateMessage, gateSeverity } from './gate-message.ts';
import { type Gate, gateOfName } from './gate-signs.ts';
import type { Loosened } from './loosened.ts';
import { loosenedFlags } from './loosened-flags.ts';
import { loosenedInputs } from './loosened-inputs.ts';
import { loosenedLines } from './loosened-lines.ts';
import { canFollow, loosenedScript, type ScriptSide } from './loosened-script.ts';
import type { PlacedStep } from './pair-gates.ts';
import { removeEntry } from './remove-entry.ts';
import { type ScriptLine, scriptLines } from './script-lines.ts';
import { stepShell } from './step-shell.ts';

type Subject = WorkflowDocument | ActionDocument;

/** A step on both sides. */
export interface StepChange {
  readonly base: Subject;
  readonly head: Subject;
  readonly before: PlacedStep;
  readonly after: PlacedStep;
  readonly key: string;
  /** Places of the head of which `pipe-masks-exit-code` speaks. */
  readonly piped: readonly Range[];
}

/** What a change does to a gate inside its script or its inputs. */
export function* loosenedStep(change: StepChange, gate: Gate): Generator<Observation> {
  yield* script(change, gate);
  yield* inputs(change, gate);
}

function* script({ base, head, before, after, key, piped }: StepChange, gate: Gate): Generator<Observation> {
  const old = sideOf(base, before);
  const now = sideOf(head, after);
  if (!old || !now || isSame(old, now)) return;
  const named = gateOfName(before.step.name) ?? gateOfName(before.step.id);
  const lines = [scriptLines(base.source, old.run), scriptLines(head.source, now.run)] as const;
  if (now.shell.kind === 'unknown' && old.shell.kind !== 'unknown') {
    yield notRun(shellPlace(after), key, now, gate);
    return;
  }
  const isFollowed =
    canFollow(old, now) &&
    gateCommands(shellScript(now.run), now.shell, named).every(({ outcome }) => outcome !== 'unknown');
  const found = [
    ...(isFollowed ? loosenedScript(old, now, named) : loosenedLines(...lines, named)),
    ...loosenedFlags(...lines),
  ];
  const seen = new Set<number>();
  for (const one of found) {
    const { start, end } = one.range;
    if (seen.has(start) || piped.some((pipe) => start <= pipe.start && pipe.end <= end)) continue;
    seen.add(start);
    yield loosened(one, base, head, after, key);
  }
  if (found.length > 0) return;
  if (isFollowed && isEmptied(old, now, named)) yield emptied(old, now, key, gate);
  else if (!isFollowed && canFollow(old) && old.run.text !== now.run.text)
    yield {
      unverified: `the script of ${after.step.key} could not be followed: whether its ${gate} still stops the run is not known`,
      range: now.run.range,
    };
}

function isSame(old: ScriptSide, now: ScriptSide): boolean {
  const { kind, errexit, pipefail, written } = now.shell;
  return (
    old.run.text === now.run.text &&
    old.shell.kind === kind &&
    old.shell.errexit === errexit &&
    old.shell.pipefail === pipefail &&
    old.shell.written === written
  );
}

function sideOf(document: Subject, { step, job }: PlacedStep): ScriptSide | undefined {
  return (
    step.run && {
      source: document.source,
      run: step.run,
      shell: stepShell(document, job, step),
      ...(step.id ? { id: step.id } : {}),
    }
  );
}

function loosened(found: Loosened, base: Subject, head: Subject, { step }: PlacedStep, key: string): Observation {
  const range = found.isShell ? (entryOf(step.node, 'shell') ?? entryOf(step.node, 'run'))?.range : undefined;
  const fix = found.isWhole ? restoreLine(base, head, found.range, found.before) : undefined;
  const what =
    found.outcome === 'never runs'
      ? `With ${quote(found.by)} the ${found.gate} ${quote(found.command)} is not run any more.`
      : `${found.isGone ? 'Without' : 'With'} ${quote(found.by)} the ${found.gate} ${quote(found.command)} may fail and the run goes on.`;
  return {
    range: range ?? found.range,
    key: `${key}/${found.by}`,
    severity: gateSeverity(found.gate),
    confidence: found.certain ? 'certain' : 'likely',
    message: gateMessage(what, found.gate),
    ...(found.before ? { related: was(base, found.before.range) } : {}),
    ...(fix ? { fix } : {}),
  };
}

/** A shell that nobody knows may end with success without a look at the script. */
function notRun(step: Range, key: string, { shell }: ScriptSide, gate: Gate): Observation {
  return {
    range: step,
    key: `${key}/shell`,
    severity: gateSeverity(gate),
    confidence: 'likely',
    message: gateMessage(`${quote(`shell: ${shell.written ?? ''}`)} need not run the ${gate} at all.`, gate),
  };
}

function shellPlace({ step }: PlacedStep): Range {
  return (entryOf(step.node, 'shell') ?? entryOf(step.node, 'run'))?.range ?? step.node.range;
}

/** The step keeps its name, and nothing that could check is left in it. */
function isEmptied(old: ScriptSide, now: ScriptSide, named: Gate | undefined): boolean {
  const before = gateCommands(shellScript(old.run), old.shell, named);
  return (
    before.some(({ isKnown }) => !isKnown) &&
    before.every(({ isKnown }) => !isKnown) &&
    isEmptyScript(shellScript(now.run))
  );
}

function emptied(old: ScriptSide, now: ScriptSide, key: string, gate: Gate): Observation {
  return {
    range: now.run.range,
    key: `${key}/emptied`,
    severity: gateSeverity(gate),
    confidence: 'likely',
    message: gateMessage(`Nothing is left of the ${gate} ${quote(old.run.text)}.`, gate),
  };
}

function restoreLine(base: Subject, head: Subject, range: Range, before: ScriptLine | undefined): Fix {
  const title = 'Restore the line';
  if (before) return { title, safety: 'safe', edits: [{ range, text: sliceOf(base.source, before.range) }] };
  const start = head.source.lastIndexOf('\n', range.start - 1) + 1;
  const end = head.source.indexOf('\n', range.end) + 1;
  return {
    title: 'Remove the line',
    safety: 'safe',
    edits: [{ range: { start, end: end === 0 ? head.source.length : end }, text: '' }],
  };
}

function* inputs(
  { base, head, before: { step: before }, after: { step: after }, key }: StepChange,
  gate: Gate,
): Generator<Observation> {
  for (const found of loosenedInputs(before, after)) {
    const range = found.after?.range ?? after.uses?.node.range ?? after.node.range;
    const fix = restoreInput(base, head, found, after);
    yield {
      range,
      key: `${key}/${found.name}`,
      severity: gateSeverity(gate),
      message: gateMessage(
        found.after
          ? `With ${quote(`${found.name}: ${found.value}`)} the ${gate} succeeds whatever it finds.`
          : `Without ${quote(`${found.name}: ${found.before?.value.type === 'scalar' ? found.before.value.text : ''}`)} the ${gate} succeeds whatever it finds.`,
        gate,
      ),
      ...(found.before ? { related: was(base, found.before.range) } : {}),
      ...(fix ? { fix } : {}),
    };
  }
}

function restoreInput(
  base: Subject,
  head: Subject,
  { after, before }: ReturnType<typeof loosenedInputs>[number],
  step: Step,
): Fix | undefined {
  const title = 'Let it fail again';
  if (after && before)
    return {
      title,
      safety: 'safe',
      edits: [{ range: after.value.range, text: sliceOf(base.source, before.value.range) }],
    };
  return after && step.with && step.with.entries.length > 1
    ? { title, safety: 'safe', edits: [removeEntry(head.source, after, step.with)] }
    : undefined;
}

function was(base: Subject, range: Range): RelatedRange[] {
  return [{ path: base.path, side: 'base', range, message: 'It was like this.' }];
}
