import { stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import type { Fix, Message, Observation } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { restoreLines } from '../../restore-lines.ts';
import type { GateSignature } from '../gates/gate-signatures.ts';
import { pairJobs } from '../jobs/pair-jobs.ts';
import type { GateHolder } from './lost-gates.ts';

/** Checks that are gone from a file which is still there: each for itself, or with the job that held them. */
export function* goneFromFile(
  base: GateHolder,
  head: GateHolder,
  lost: readonly GateSignature[],
): Generator<Observation> {
  const stays = new Set(
    base.kind === 'workflow' && head.kind === 'workflow' ? pairJobs(base, head).map(({ before }) => before.id) : [],
  );
  const gone = new Set<string>();
  for (const one of lost) {
    const job = one.job !== undefined && !stays.has(one.job) && base.kind === 'workflow' ? one.job : undefined;
    if (job === undefined) yield problem(base, one, head);
    else if (!gone.has(job)) yield jobGone(base as WorkflowDocument, job, one);
    if (job !== undefined) gone.add(job);
  }
}

function problem(base: GateHolder, one: GateSignature, head: GateHolder): Observation {
  const alone = one.step.uses !== undefined || (one.step.run?.text.trim().split('\n').length ?? 0) === 1;
  // Beside an emptied step of the same name a second one would be nobody's wish.
  const isStill = one.step.name !== undefined && stepsOf(head).some(({ step }) => step.name === one.step.name);
  const edit =
    alone && isStill ? undefined : restoreLines(base.source, alone ? one.step.node.range : one.range, head.source);
  const fix: Fix | undefined = edit && { title: 'Put it back', safety: 'review', edits: [edit] };
  return {
    side: 'base',
    range: alone ? (one.step.node.entries[0]?.range ?? one.range) : one.range,
    key: `${one.key}/${one.signature}`,
    severity: one.gate === 'lint' ? 'low' : 'high',
    message: removalMessage(`The ${one.gate} ${quote(one.name)} is gone`, one),
    ...(fix ? { fix } : {}),
  };
}

function jobGone(base: WorkflowDocument, id: string, one: GateSignature): Observation {
  const job = base.view.jobs.find((each) => each.id === id);
  return {
    side: 'base',
    range: job?.idRange ?? one.range,
    key: id,
    severity: one.gate === 'lint' ? 'low' : 'high',
    message: removalMessage(`The job ${quote(id)} with the ${one.gate} ${quote(one.name)} is gone`, one),
  };
}

/** The file is gone with all it checked: told once. */
export function* goneWithFile(base: GateHolder, lost: readonly GateSignature[]): Generator<Observation> {
  const worst = lost.find(({ gate }) => gate !== 'lint') ?? lost[0];
  const [first] = base.view.root.entries;
  if (!worst || !first) return;
  yield {
    side: 'base',
    range: first.key.range,
    key: '',
    severity: worst.gate === 'lint' ? 'low' : 'high',
    message: removalMessage(`With ${quote(base.path)} the ${worst.gate} ${quote(worst.name)} is gone`, worst),
  };
}

/** What is told of every check that is gone. */
export function removalMessage(what: string, { gate }: GateSignature): Message {
  return {
    what: `${what}, and nothing in the workflows takes its place.`,
    why: `What a ${gate} used to stop now gets through, and nothing turns red.`,
    remedy: 'Put it back, or say in the pull request what does its work now.',
  };
}
