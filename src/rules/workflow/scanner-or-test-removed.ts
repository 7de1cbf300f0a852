import { shellScript } from '../../documents/shell/script-commands.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { Document, Fix, Message, Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreLines } from '../restore-lines.ts';
import { countingGates } from './gates/counting-gates.ts';
import { isEmptyScript } from './gates/gate-commands.ts';
import { type GateSignature, gateSignatures } from './gates/gate-signatures.ts';
import { counterpartOf, isWorkflow, startsByItself } from './jobs/counterpart-of.ts';
import { pairJobs } from './jobs/pair-jobs.ts';

type Subject = WorkflowDocument | ActionDocument;

export const scannerOrTestRemoved: Rule<Subject> = {
  id: 'scanner-or-test-removed',
  kinds: ['workflow', 'action'],
  title: 'A test or scan is gone',
  severity: 'high',
  // Something outside the workflows may do the same.
  confidence: 'likely',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *needs() {
    yield { glob: '.github/workflows/*' };
    yield { glob: '.github/actions/*/action.y*ml' };
  },

  *compare(base, head, context) {
    if (!base) return;
    if (head && isOnlyByHand(base, head)) yield* byHand(base, head, context);
    const lost = lostGates(base, head, context);
    if (lost.length === 0) return;
    const unread = unreadPlace(base, head, context);
    if (unread)
      yield {
        unverified: `${unread} could not be read: whether it has the checks that left ${base.path} is not known`,
      };
    else if (head) {
      const hidden = lost.filter((one) => isThroughOther(one, base, head));
      for (const { step, name } of hidden)
        yield {
          unverified: `${name} is not run by name any more (${step.name ?? step.key}): whether what is run now makes that check is not known`,
        };
      yield* inFile(
        base,
        head,
        lost.filter((one) => !hidden.includes(one)),
      );
    } else yield* wholeFile(base, lost);
  },
};

/** The checks of the base that no workflow or action of the head makes, and that no new check of the same kind replaces. */
function lostGates(base: Subject, head: Subject | undefined, context: RuleContext): GateSignature[] {
  const now = checksOf(context.project.head.documents.values());
  const before = new Set(checksOf(context.project.base.documents.values()).map(({ signature }) => signature));
  // `gate-non-blocking` speaks of checks that this file still holds and that no longer count.
  const known = new Set([...now, ...continued(base, head, context)].map(({ signature }) => signature));
  const fresh = now.filter(({ signature }) => !before.has(signature));
  const own = new Map(countingGates(base).map((one) => [one.signature, one]));
  // The program is the same and only looks at something else: a test that was moved, split or merged.
  const programs = new Set(fresh.map(({ signature }) => programIn(signature)));
  const gates = new Set(fresh.flatMap(({ gate, byName }) => (byName ? [] : gate)));
  return [...own.values()].filter(
    ({ signature, gate }) => !known.has(signature) && !programs.has(programIn(signature)) && !gates.has(gate),
  );
}

function programIn(signature: string): string {
  return signature.split(' ')[0] ?? '';
}

/** What the file that stands in this one's place holds. */
function continued(base: Subject, head: Subject | undefined, context: RuleContext): readonly GateSignature[] {
  if (head) return gateSignatures(head);
  const workflows = [...context.project.head.documents.values()].filter(isWorkflow);
  return workflows
    .filter(({ path }) => !context.project.base.documents.has(path))
    .filter((one) => counterpartOf(one, context) === base)
    .flatMap(gateSignatures);
}

/** The checks that run without anybody's doing and whose failure counts. */
function checksOf(documents: Iterable<Document>): GateSignature[] {
  return [...documents].flatMap((document) =>
    (document.kind === 'workflow' || document.kind === 'action') && document.view !== undefined
      ? countingGates(document as Subject)
      : [],
  );
}

function isOnlyByHand(base: Subject, head: Subject): boolean {
  return (
    base.kind === 'workflow' &&
    head.kind === 'workflow' &&
    startsByItself(base) &&
    head.view.jobs.length > 0 &&
    !startsByItself(head)
  );
}

/** The workflow stays, and nothing starts it any more. */
function* byHand(base: Subject, head: Subject, context: RuleContext): Generator<Observation> {
  const now = checksOf(context.project.head.documents.values());
  const known = new Set(now.map(({ signature }) => signature));
  const lost = countingGates(base).filter(({ signature }) => !known.has(signature));
  const [worst] = [...lost.filter(({ gate }) => gate !== 'lint'), ...lost];
  const on = head.view.root.entries.find(({ key }) => key.text === 'on');
  if (!worst || !on) return;
  yield {
    range: on.range,
    key: 'on',
    severity: worst.gate === 'lint' ? 'low' : 'high',
    message: message(`The ${worst.gate} ${quote(worst.name)} only runs when somebody starts it`, worst),
  };
}

/** A step of the same name, or a new one called after the same check: it may make it through something else. */
function isThroughOther({ step, gate }: GateSignature, base: Subject, head: Subject): boolean {
  const before = new Set(gateSignatures(base).map(({ signature }) => signature));
  if (gateSignatures(head).some((one) => one.byName && one.gate === gate && !before.has(one.signature))) return true;
  if (step.name === undefined) return false;
  return stepsOf(head).some(
    ({ step: one }) =>
      one.name === step.name &&
      (one.uses !== undefined || (one.run !== undefined && !isEmptyScript(shellScript(one.run)))),
  );
}

/** Something new that may make the check and was not read: a called workflow, another repository's action, a file. */
function unreadPlace(base: Subject, head: Subject | undefined, context: RuleContext): string | undefined {
  const { documents, tree } = context.project.head;
  if (tree === 'unknown') return head ? undefined : 'The rest of the repository';
  const unread = [...tree].find((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && !documents.has(path));
  if (unread) return unread;
  const called = new Set(base.kind === 'workflow' ? base.view.jobs.flatMap(({ uses }) => uses?.raw ?? []) : []);
  const fresh = [...documents.values()].flatMap((one) =>
    one.kind === 'workflow' && one.view ? (one as WorkflowDocument).view.jobs : [],
  );
  const job = fresh.find(
    ({ uses }) => uses !== undefined && uses.kind !== 'local' && !called.has(uses.raw) && !knewCall(uses.raw, context),
  );
  return job?.uses?.raw;
}

function knewCall(raw: string, context: RuleContext): boolean {
  return [...context.project.base.documents.values()].some(
    (one) =>
      one.kind === 'workflow' && one.view && (one as WorkflowDocument).view.jobs.some(({ uses }) => uses?.raw === raw),
  );
}

function* inFile(base: Subject, head: Subject, lost: readonly GateSignature[]): Generator<Observation> {
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

function problem(base: Subject, one: GateSignature, head: Subject): Observation {
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
    message: message(`The ${one.gate} ${quote(one.name)} is gone`, one),
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
    message: message(`The job ${quote(id)} with the ${one.gate} ${quote(one.name)} is gone`, one),
  };
}

function* wholeFile(base: Subject, lost: readonly GateSignature[]): Generator<Observation> {
  const worst = lost.find(({ gate }) => gate !== 'lint') ?? lost[0];
  const [first] = base.view.root.entries;
  if (!worst || !first) return;
  yield {
    side: 'base',
    range: first.key.range,
    key: '',
    severity: worst.gate === 'lint' ? 'low' : 'high',
    message: message(`With ${quote(base.path)} the ${worst.gate} ${quote(worst.name)} is gone`, worst),
  };
}

function message(what: string, { gate }: GateSignature): Message {
  return {
    what: `${what}, and nothing in the workflows takes its place.`,
    why: `What a ${gate} used to stop now gets through, and nothing turns red.`,
    remedy: 'Put it back, or say in the pull request what does its work now.',
  };
}
