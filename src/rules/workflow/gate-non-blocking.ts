import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, isTrue, type YamlMap, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Range, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { actionTwin, twinAction } from './gates/action-twin.ts';
import { constantTruth } from './gates/constant-truth.ts';
import { deployWithoutGate } from './gates/deploy-without-gate.ts';
import { gateMessage, gateSeverity } from './gates/gate-message.ts';
import { type Gate, gateOfJob, gateOfStep } from './gates/gate-signs.ts';
import { hasMatrixKey, knownValues } from './gates/known-values.ts';
import { loosenedEnvironment } from './gates/loosened-environment.ts';
import { loosenedStep } from './gates/loosened-step.ts';
import { type GatePair, pairGates } from './gates/pair-gates.ts';
import { removeEntry } from './gates/remove-entry.ts';
import { scriptLines } from './gates/script-lines.ts';
import { counterpartOf } from './jobs/counterpart-of.ts';
import { pipeMasksExitCode } from './pipe-masks-exit-code.ts';

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

  *needs(document) {
    const twin = actionTwin(document);
    if (twin) yield { path: twin };
  },

  *compare(base, head, context) {
    const [before, after] = both(base, head, context);
    if (!before || !after) return;
    const piped = [...(pipeMasksExitCode.check?.(after as never, context) ?? [])].flatMap((one) =>
      'message' in one ? [one.range] : [],
    );
    const jobs = new Set<Job>();
    const done = new Set<string>();
    for (const pair of pairGates(before, after)) {
      const { job: old } = pair.before;
      const { job: now } = pair.after;
      for (const one of gateOf(before, after, pair, piped, old && now && !jobs.has(now))) {
        const key = 'message' in one ? `${one.key}:${one.range.start}` : '';
        if (key !== '' && done.has(key)) continue;
        done.add(key);
        yield placedIn(after, one);
      }
      if (now) jobs.add(now);
    }
    if (before.kind === 'workflow' && after.kind === 'workflow') yield* deployWithoutGate(before, after);
  },
};

/** The two texts to compare: a new file may continue one that is gone, or stand in front of its twin. */
function both(base: Subject | undefined, head: Subject | undefined, context: RuleContext): (Subject | undefined)[] {
  if (base && head) return [base, head];
  if (head?.kind === 'workflow') return [counterpartOf(head, context), head];
  if (head) return [twinAction(head, 'base', context), head];
  return base?.kind === 'action' ? [base, twinAction(base, 'head', context)] : [];
}

/** A path for what is found in another file than the one the rule was called for. */
function placedIn(document: Subject, one: Observation): Observation {
  return 'proof' in one || one.path !== undefined ? one : { ...one, path: document.path };
}

function* gateOf(
  base: Subject,
  head: Subject,
  { before, after }: GatePair,
  piped: readonly Range[],
  isNewJob: boolean | undefined,
): Generator<Observation> {
  if (isNewJob && before.job && after.job) yield* jobOf(base, head, before.job, after.job);
  const prefix = after.job ? `${after.job.id}/` : '';
  const key = `${prefix}${after.step.key}`;
  const gate = gateOfStep(before.step, texts(base, before.step));
  if (!gate) return;
  const common = {
    node: after.step.node,
    key,
    name: `The step ${quote(after.step.name ?? after.step.id ?? after.step.key)}`,
    gate,
    job: after.job,
    id: after.step.id,
  };
  yield* tolerated(base, head, {
    ...common,
    before: before.step.continueOnError,
    after: after.step.continueOnError,
    oldJob: before.job,
  });
  yield* switchedOff(base, head, { ...common, before: before.step.if, after: after.step.if, oldJob: before.job });
  const change = { base, head, before, after, key, piped };
  yield* loosenedStep(change, gate);
  yield* loosenedEnvironment(change, gate);
}

function* jobOf(base: Subject, head: Subject, before: Job, after: Job): Generator<Observation> {
  const gate = gateOfJob(before, (step) => texts(base, step));
  if (!gate) return;
  const common = {
    node: after.node,
    key: after.id,
    name: `The job ${quote(after.name ?? after.id)}`,
    gate,
    job: after,
    oldJob: before,
    id: undefined,
  };
  yield* tolerated(base, head, { ...common, before: before.continueOnError, after: after.continueOnError });
  yield* switchedOff(base, head, { ...common, before: before.if, after: after.if });
}

interface Setting {
  readonly before: YamlScalar | undefined;
  readonly after: YamlScalar | undefined;
  readonly node: YamlMap;
  readonly key: string;
  readonly name: string;
  readonly gate: Gate;
  readonly job: Job | undefined;
  readonly oldJob: Job | undefined;
  readonly id: string | undefined;
}

function* tolerated(base: Subject, head: Subject, setting: Setting): Generator<Observation> {
  const { before, after, node, key, name, gate, id } = setting;
  const entry = entryOf(node, 'continue-on-error');
  if (!after || !entry || after.text === before?.text || isTrue(before)) return;
  const was = constantTruth(before, knownValues(base, setting.oldJob));
  const truth = isTrue(after) || constantTruth(after, knownValues(head, setting.job));
  if (was === true || truth === false) return;
  // Part of a matrix may be experimental: the rest still blocks.
  if (truth === undefined && mayBeExperimental(after, setting.job)) return;
  const isAsked = id !== undefined && new RegExp(`steps\\.${id}\\.(outcome|conclusion)`).test(head.source);
  const certain = truth === true && !isAsked;
  yield {
    range: entry.range,
    key: `${key}/continue-on-error`,
    severity: truth === true ? gateSeverity(gate) : 'medium',
    confidence: certain ? 'certain' : 'likely',
    message: gateMessage(
      `${name} got ${quote(`continue-on-error: ${after.text}`)}: its ${gate} may fail and the run goes on.`,
      gate,
    ),
    fix: {
      title: 'Let it stop the run again',
      safety: 'safe',
      edits: [before ? { range: after.range, text: before.text } : removeEntry(head.source, entry, node)],
    },
  };
}

function mayBeExperimental(value: YamlScalar, job: Job | undefined): boolean {
  const keys = [...value.text.matchAll(/\bmatrix\.([\w-]+)/gi)].map((match) => (match[1] ?? '').toLowerCase());
  return keys.some((key) => hasMatrixKey(job, key));
}

/** A condition that is never met, or only when something else failed. */
function* switchedOff(base: Subject, head: Subject, setting: Setting): Generator<Observation> {
  const { before, after, node, key, name, gate } = setting;
  const entry = entryOf(node, 'if');
  if (!after || !entry || after.text === before?.text) return;
  if (constantTruth(after, knownValues(head, setting.job)) !== false) return;
  if (constantTruth(before, knownValues(base, setting.oldJob)) === false) return;
  const old = before && before.style === 'plain' ? before.text : undefined;
  const fix: Fix | undefined =
    before && old === undefined
      ? undefined
      : {
          title: 'Run it again',
          safety: 'safe',
          edits: [old ? { range: after.range, text: old } : removeEntry(head.source, entry, node)],
        };
  yield {
    range: entry.range,
    key: `${key}/if`,
    severity: gateSeverity(gate),
    confidence: 'certain',
    message: gateMessage(
      `With ${quote(`if: ${after.text}`)} ${name.replace('The', 'the')} and its ${gate} are skipped.`,
      gate,
    ),
    ...(fix ? { fix } : {}),
  };
}

function texts(document: Subject, step: Step): string[] {
  return step.run ? scriptLines(document.source, step.run).map(({ text }) => text) : [];
}
