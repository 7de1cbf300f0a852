import type { Doubt, Observation, Problem, Proof, Rule, RuleContext, Run, Subject } from '../types.ts';

/** What one rule said of one subject. */
export interface Observed {
  readonly state: Run['state'];
  readonly reason?: string;
  readonly problems: readonly Problem[];
  readonly proofs: readonly Proof[];
}

/** Runs a state rule on a subject of one side. */
export function runCheck(rule: Rule, subject: Subject, context: RuleContext): Observed {
  const unreadable = unreadableReason(subject, context);
  if (unreadable) return unreadable;
  return collect(() => rule.check?.(subject.value as never, context) ?? []);
}

/** Runs a change rule on a subject that exists on one side or both. */
export function runCompare(
  rule: Rule,
  base: Subject | undefined,
  head: Subject | undefined,
  context: RuleContext,
): Observed {
  const subject = head ?? base;
  if (!subject) return { state: 'not-applicable', problems: [], proofs: [] };
  const unreadable = unreadableReason(subject, context) ?? (base && unreadableReason(base, context, 'base'));
  if (unreadable) return unreadable;
  return collect(() => rule.compare?.(base?.value as never, head?.value as never, context) ?? []);
}

/** A rule that throws has failed; what it said before does not count, because it may be half the story. */
function collect(observe: () => Iterable<Observation>): Observed {
  try {
    const all: Observation[] = [];
    for (const observation of observe()) all.push(observation);
    if (all.length === 0) return NOTHING_FOUND;
    const problems = all.filter(isProblem);
    const proofs = all.filter((observation): observation is Proof => 'proof' in observation);
    const doubts = all.filter((observation): observation is Doubt => 'unverified' in observation);
    if (doubts.length === 0) return { state: 'ran', problems, proofs };
    return { state: 'could-not-verify', reason: doubts.map((doubt) => doubt.unverified).join('; '), problems, proofs };
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { state: 'failed', reason, problems: [], proofs: [] };
  }
}

/** By far the most common: a large review has it a hundred thousand times. */
const NOTHING_FOUND: Observed = { state: 'ran', problems: [], proofs: [] };

function isProblem(observation: Observation): observation is Problem {
  return 'message' in observation;
}

function unreadableReason(subject: Subject, context: RuleContext, side = context.side): Observed | undefined {
  if (subject.type !== 'document') return undefined;
  const problem = context.project[side].documents
    .get(subject.key)
    ?.problems.find(({ severity }) => severity !== 'partial');
  if (!problem) return undefined;
  const state = problem.severity === 'skipped' ? 'not-applicable' : 'could-not-verify';
  return { state, reason: `${subject.key}: ${problem.message}`, problems: [], proofs: [] };
}
