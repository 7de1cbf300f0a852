import { sliceOf } from '../../../documents/source-text.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import type { Fix, Observation, Range, RelatedRange } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { gateMessage, gateSeverity } from './gate-message.ts';
import { type Gate, gateOfName } from './gate-signs.ts';
import { loosenedInputs } from './loosened-inputs.ts';
import { loosenedScript } from './loosened-script.ts';
import { removeEntry } from './remove-entry.ts';
import { type ScriptLine, scriptLines } from './script-lines.ts';

type Subject = WorkflowDocument | ActionDocument;

/** A step on both sides. */
export interface StepChange {
  readonly base: Subject;
  readonly head: Subject;
  readonly before: Step;
  readonly after: Step;
  readonly key: string;
}

/** What a change does to a gate inside its script or its inputs. */
export function* loosenedStep(change: StepChange, gate: Gate): Generator<Observation> {
  yield* script(change);
  yield* inputs(change, gate);
}

function* script({ base, head, before, after, key }: StepChange): Generator<Observation> {
  if (!before.run || !after.run) return;
  const named = gateOfName(before.name) ?? gateOfName(before.id);
  for (const found of loosenedScript(lines(base, before), lines(head, after), named)) {
    yield {
      range: found.range,
      key: `${key}/${found.by}`,
      severity: gateSeverity(found.gate),
      confidence: found.certain ? 'certain' : 'likely',
      message: gateMessage(
        `With ${quote(found.by)} the ${found.gate} ${quote(found.command)} may fail and the run goes on.`,
        found.gate,
      ),
      ...(found.before ? { related: was(base, found.before.range) } : {}),
      fix: restoreLine(base, head, found.range, found.before),
    };
  }
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

function* inputs({ base, head, before, after, key }: StepChange, gate: Gate): Generator<Observation> {
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

function lines(document: Subject, step: Step): ScriptLine[] {
  return step.run ? scriptLines(document.source, step.run) : [];
}
