import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, isTrue, type YamlMap, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { deployWithoutGate } from './gates/deploy-without-gate.ts';
import { gateMessage, gateSeverity } from './gates/gate-message.ts';
import { type Gate, gateOfJob, gateOfStep } from './gates/gate-signs.ts';
import { loosenedStep } from './gates/loosened-step.ts';
import { removeEntry } from './gates/remove-entry.ts';
import { scriptLines } from './gates/script-lines.ts';
import { pairJobs, pairSteps } from './jobs/pair-jobs.ts';

type Subject = WorkflowDocument | ActionDocument;

export const gateNonBlocking: Rule<Subject> = {
  id: 'gate-non-blocking',
  kinds: ['workflow', 'action'],
  title: 'A gate no longer stops the run',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *compare(base, head) {
    if (!base || !head) return;
    if (base.kind === 'action' || head.kind === 'action') {
      if (base.kind === 'action' && head.kind === 'action')
        yield* steps(base, head, base.view.steps, head.view.steps, '');
      return;
    }
    for (const { before, after } of pairJobs(base, head)) {
      yield* job(base, head, before, after);
      yield* steps(base, head, before.steps, after.steps, `${after.id}/`);
    }
    yield* deployWithoutGate(base, head);
  },
};

function* job(base: WorkflowDocument, head: WorkflowDocument, before: Job, after: Job): Generator<Observation> {
  const gate = gateOfJob(before, (step) => texts(base, step));
  if (gate)
    yield* tolerated(head, {
      before: before.continueOnError,
      after: after.continueOnError,
      node: after.node,
      key: after.id,
      name: `The job ${quote(after.name ?? after.id)}`,
      gate,
    });
}

function* steps(
  base: Subject,
  head: Subject,
  before: readonly Step[],
  after: readonly Step[],
  prefix: string,
): Generator<Observation> {
  for (const pair of pairSteps(before, after)) {
    const key = `${prefix}${pair.after.key}`;
    const gate = gateOfStep(pair.before, texts(base, pair.before));
    if (!gate) continue;
    const name = `The step ${quote(pair.after.name ?? pair.after.id ?? pair.after.key)}`;
    yield* tolerated(head, {
      before: pair.before.continueOnError,
      after: pair.after.continueOnError,
      node: pair.after.node,
      key,
      name,
      gate,
    });
    yield* loosenedStep({ base, head, ...pair, key }, gate);
  }
}

interface Tolerated {
  readonly before: YamlScalar | undefined;
  readonly after: YamlScalar | undefined;
  readonly node: YamlMap;
  readonly key: string;
  readonly name: string;
  readonly gate: Gate;
}

function* tolerated(head: Subject, { before, after, node, key, name, gate }: Tolerated): Generator<Observation> {
  if (!after || after.text === before?.text || isTrue(before)) return;
  const conditional = after.text.includes('${{');
  // Part of a matrix may be experimental: the rest still blocks.
  if (conditional ? /matrix\.|false/.test(after.text) || before !== undefined : !isTrue(after)) return;
  const entry = entryOf(node, 'continue-on-error');
  if (!entry) return;
  yield {
    range: entry.range,
    key: `${key}/continue-on-error`,
    severity: conditional ? 'medium' : gateSeverity(gate),
    confidence: conditional ? 'likely' : 'certain',
    message: gateMessage(
      `${name} got ${quote(`continue-on-error: ${after.text}`)}: its ${gate} may fail and the run goes on.`,
      gate,
    ),
    fix: before
      ? { title: 'Let it stop the run again', safety: 'safe', edits: [{ range: after.range, text: before.text }] }
      : { title: 'Let it stop the run again', safety: 'safe', edits: [removeEntry(head.source, entry, node)] },
  };
}

function texts(document: Subject, step: Step): string[] {
  return step.run ? scriptLines(document.source, step.run).map(({ text }) => text) : [];
}
