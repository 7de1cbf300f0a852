import type { ChecklistItem, Evidence, Finding, Outcome, Persona, Run, Verdict } from '../types.ts';
import {
  aboutDebt,
  aboutFailure,
  aboutFindings,
  aboutGap,
  aboutModel,
  aboutNobody,
  aboutNothingSeen,
  aboutProofs,
  aboutSilence,
  aboutUnparsed,
  aboutUntouched,
  aboutWaivers,
} from './because.ts';
import { touches } from './touches.ts';
import type { ItemCase, VerdictContext } from './verdict-context.ts';

/** Answers every item of a persona from what the rules found. One verdict per item, in the checklist's order. */
export function decide(
  persona: Persona,
  findings: readonly Finding[],
  runs: readonly Run[],
  context: VerdictContext,
): readonly Verdict[] {
  return persona.items.map((item) => ({
    persona: persona.name,
    item,
    ...decideItem(caseOf(item, findings, runs, context)),
  }));
}

/** Whether a model may still answer: the only outcome it can change. */
export function isForModel(verdict: Verdict): boolean {
  return verdict.outcome === 'undecided' && verdict.item.judge === 'model';
}

type Answer = Pick<Verdict, 'outcome' | 'by' | 'because' | 'evidence' | 'findings'>;

/** The table of verdicts: the first case that fits is the answer. */
const TABLE: readonly ((item: ItemCase) => Answer | undefined)[] = [
  unmet,
  unsure,
  waived,
  debt,
  notApplicable,
  met,
  gap,
  noObjection,
  forModel,
];

function decideItem(item: ItemCase): Answer {
  for (const answer of TABLE) {
    const verdict = answer(item);
    if (verdict) return verdict;
  }
  return { outcome: 'not-judgeable', by: 'nobody', because: aboutNobody(item.item), evidence: [], findings: [] };
}

function caseOf(
  item: ChecklistItem,
  findings: readonly Finding[],
  runs: readonly Run[],
  context: VerdictContext,
): ItemCase {
  const [rules, kinds] = [new Set(item.rules), new Set(item.kinds)];
  const bound = findings.filter((finding) => rules.has(finding.rule));
  const introduced = bound.filter((finding) => finding.status === 'introduced');
  const own = runs.filter((run) => rules.has(run.rule));
  const ofItsKinds = coversAll(item) ? [] : runs.filter((run) => run.kinds.some((kind) => kinds.has(kind)));
  return {
    item,
    context,
    open: introduced.filter((finding) => finding.waivedBy === undefined),
    accepted: introduced.filter((finding) => finding.waivedBy !== undefined),
    older: bound.filter((finding) => finding.status === 'existing' || finding.status === 'moved'),
    troubled: own.filter((run) => run.state === 'failed' || run.state === 'could-not-verify'),
    ran: own.filter((run) => run.state === 'ran'),
    seen: [...own, ...ofItsKinds].filter((run) => run.state === 'ran'),
  };
}

function unmet({ open }: ItemCase): Answer | undefined {
  return open.length > 0 ? byFindings('unmet', aboutFindings(open), open) : undefined;
}

function unsure({ item, troubled, context }: ItemCase): Answer | undefined {
  if (troubled.length > 0) return byRules('undecided', aboutFailure(troubled));
  if (item.rules.length === 0) return undefined;
  const unparsed = context.unparsed.filter((file) => item.kinds.includes(file.kind));
  return unparsed.length > 0 ? byRules('undecided', aboutUnparsed(unparsed)) : undefined;
}

function waived({ accepted }: ItemCase): Answer | undefined {
  return accepted.length > 0 ? byFindings('waived', aboutWaivers(accepted), accepted) : undefined;
}

function debt({ older }: ItemCase): Answer | undefined {
  return older.length > 0 ? byFindings('debt', aboutDebt(older), older) : undefined;
}

function notApplicable({ item, seen, context }: ItemCase): Answer | undefined {
  return seen.length === 0 ? byRules('not-applicable', aboutNothingSeen(item, context.excluded)) : undefined;
}

/** A proof for a part of an item proves the part, not the item. */
function met({ item, ran }: ItemCase): Answer | undefined {
  const proofs = ran.flatMap((run) => run.proofs);
  return proofs.length > 0 && !item.partial ? byRules('met', aboutProofs(proofs), proofs) : undefined;
}

/** Only rules that look for evidence can miss it; elsewhere a silent rule has found nothing wrong. */
function gap({ item, ran, context }: ItemCase): Answer | undefined {
  const expectsProof = item.rules.length > 0 && item.rules.every((rule) => rule.endsWith('-evidence'));
  if (!expectsProof || ran.length === 0 || ran.some((run) => run.proofs.length > 0)) return undefined;
  const touched = ran.filter((run) => touches(run, context.changed));
  return touched.length > 0 ? byRules('gap', aboutGap(touched)) : byRules('not-applicable', aboutUntouched(ran));
}

function noObjection({ item, ran, context }: ItemCase): Answer | undefined {
  if (!coversAll(item) || ran.length === 0) return undefined;
  return byRules('no-objection', aboutSilence(ran, item.rules, context.excluded));
}

function forModel({ item, ran, seen }: ItemCase): Answer | undefined {
  if (item.judge === 'nobody') return undefined;
  const evidence = ran.flatMap((run) => run.proofs);
  return { outcome: 'undecided', by: 'nobody', because: aboutModel(item, ran, seen), evidence, findings: [] };
}

function coversAll(item: ChecklistItem): boolean {
  return item.rules.length > 0 && !item.partial;
}

function byRules(outcome: Outcome, because: string, evidence: readonly Evidence[] = []): Answer {
  return { outcome, by: 'rules', because, evidence, findings: [] };
}

function byFindings(outcome: Outcome, because: string, findings: readonly Finding[]): Answer {
  return {
    outcome,
    by: 'rules',
    because,
    evidence: findings.map(({ location, message }) => ({ location, message: message.what })),
    findings: [...new Set(findings.map((finding) => finding.fingerprint))],
  };
}
