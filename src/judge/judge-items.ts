import type { ChecklistItem, Finding, Judge, JudgeReport, JudgeResult, NoJudge, Persona, Verdict } from '../types.ts';
import { type AppliedAnswers, applyAnswers, notJudged, type Remark, unmetVerdict } from './apply-answers.ts';
import { judgeReport } from './judge-report.ts';
import { limitRemarks } from './limit-remarks.ts';
import { isOpen, openItems } from './open-items.ts';
import { REMOVED_ITEM, removedItem } from './removed-safeguards.ts';
import { secondLook } from './second-look.ts';
import { NO_TOKENS } from './spending.ts';
import { type Told, withhold } from './withhold.ts';

export interface Judged {
  readonly personas: readonly { readonly persona: Persona; readonly verdicts: readonly Verdict[] }[];
  /** Advice of the model; it never gates. */
  readonly findings: readonly Finding[];
  readonly report: JudgeReport;
}

/** What is judged, and which paths may be sent. */
export interface JudgeContext extends Told {
  readonly mayShow: (path: string) => boolean;
}

/** Nobody wants a model to be asked. */
const OFF: JudgeReport = {
  state: 'off',
  reason: 'no model was asked: none is configured',
  ...NO_TOKENS,
  unplaced: [],
};

/**
 * Asks the model about the items that rules left open, one request per persona, and about safeguards that were deleted.
 * Grave remarks get a second look. Without a judge the items stay open.
 */
export async function judgeItems(
  judge: Judge | NoJudge | undefined,
  personas: Judged['personas'],
  { mayShow, ...everything }: JudgeContext,
): Promise<Judged> {
  if (judge === undefined) return { personas, findings: [], report: OFF };
  if ('skipped' in judge) return skipped(personas, judge.skipped);
  const told = withhold(everything, mayShow);
  const asked: Asked[] = [];
  for (const { persona, verdicts } of personas) {
    asked.push(await askAbout(judge, persona, blindOnes(verdicts, told, everything), told));
  }
  const all = asked.flatMap(({ applied }) => applied.remarks);
  const second = await secondLook(judge, all, told.change);
  const limited = limitRemarks(second.remarks);
  const dropped = [...second.dropped, ...limited.dropped];
  return {
    personas: asked.map(({ persona, applied }) => ({
      persona,
      verdicts: applied.verdicts
        .filter(({ item }) => item.id !== REMOVED_ITEM.id)
        .map((verdict) => settled(verdict, applied.remarks, limited.remarks, dropped)),
    })),
    findings: limited.remarks.map(({ finding }) => finding),
    report: judgeReport({
      results: asked.flatMap(({ result }) => result ?? []),
      applied: asked.map(({ applied }) => applied),
      second,
      dropped,
      withheld: told.withheld,
    }),
  };
}

interface Asked {
  readonly persona: Persona;
  /** Absent where nothing was open. */
  readonly result: JudgeResult | undefined;
  readonly applied: AppliedAnswers;
}

async function askAbout(judge: Judge, persona: Persona, verdicts: readonly Verdict[], told: Told): Promise<Asked> {
  const walk = removedItem(told.change, persona, told.findings);
  const all = walk === undefined ? verdicts : [...verdicts, openVerdict(persona, walk)];
  const items = openItems(all).filter((item) => hasLines(item, told));
  if (items.length === 0) {
    return { persona, result: undefined, applied: { verdicts, remarks: [], unplaced: [], dropped: [] } };
  }
  const { change, impact, findings } = told;
  const result = await judge.ask({ persona, items, change, impact, findings });
  const asked = new Set(items.map(({ id }) => id));
  const applied = applyAnswers(
    all.filter(({ item }) => asked.has(item.id)),
    result,
    told,
  );
  const answered = new Map(applied.verdicts.map((verdict) => [verdict.item.id, verdict]));
  return {
    persona,
    result,
    applied: { ...applied, verdicts: verdicts.map((verdict) => answered.get(verdict.item.id) ?? verdict) },
  };
}

/** Open items that the model would have to answer blindly say why nobody asks it. */
function blindOnes(verdicts: readonly Verdict[], shown: Told, everything: Told): readonly Verdict[] {
  return verdicts.map((verdict) => {
    if (!isOpen(verdict) || hasLines(verdict.item, shown)) return verdict;
    return notJudged(
      verdict,
      hasLines(verdict.item, everything)
        ? 'the settings withhold the files that it is about (judge.allow, judge.deny)'
        : 'no changed line that can be shown is of the kinds that it is about',
    );
  });
}

function hasLines({ kinds }: ChecklistItem, { change }: Told): boolean {
  return change.files.some(({ kind, hunks }) => kinds.includes(kind) && (hunks?.length ?? 0) > 0);
}

function openVerdict(persona: Persona, item: ChecklistItem): Verdict {
  return { persona: persona.name, item, outcome: 'undecided', by: 'nobody', because: '', evidence: [], findings: [] };
}

/** The verdict by the remarks that are left of those it was made of. */
function settled(
  verdict: Verdict,
  before: readonly Remark[],
  after: readonly Remark[],
  dropped: JudgeReport['dropped'] = [],
): Verdict {
  if (verdict.by !== 'model' || verdict.outcome !== 'unmet') return verdict;
  const own = before.filter(({ item }) => item.id === verdict.item.id);
  const left = own.filter((remark) => after.includes(remark));
  if (left.length === own.length) return verdict;
  if (left.length > 0) return unmetVerdict(verdict, left);
  const reason = dropped.findLast(({ item }) => item === verdict.item.id)?.reason ?? 'unknown reason';
  const because = `the model objects, but its remark does not count: ${reason}`;
  return { ...verdict, outcome: 'undecided', by: 'nobody', because, evidence: [], findings: [] };
}

function skipped(personas: Judged['personas'], reason: string): Judged {
  const report: JudgeReport = { state: 'skipped', reason, ...NO_TOKENS, unplaced: [] };
  return {
    personas: personas.map(({ persona, verdicts }) => ({
      persona,
      verdicts: verdicts.map((verdict) => (isOpen(verdict) ? notJudged(verdict, reason) : verdict)),
    })),
    findings: [],
    report,
  };
}
