import type {
  Change,
  ChecklistItem,
  DroppedAnswer,
  Evidence,
  Finding,
  JudgeAnswer,
  JudgeResult,
  Verdict,
} from '../types.ts';
import type { Anchor } from './anchor-quote.ts';
import { cleanText } from './clean-text.ts';
import { isOpen } from './open-items.ts';
import { placeObjection, placeProof } from './place-answer.ts';
import { remarkFinding } from './remark-finding.ts';

/** An objection that counts. */
export interface Remark {
  readonly item: ChecklistItem;
  readonly answer: JudgeAnswer;
  readonly anchor: Anchor;
  readonly finding: Finding;
}

export interface AppliedAnswers {
  readonly verdicts: readonly Verdict[];
  readonly remarks: readonly Remark[];
  /** Remarks that say something is wrong and could be about several places. */
  readonly unplaced: readonly string[];
  readonly dropped: readonly DroppedAnswer[];
}

/** What a change is, and what rules found in it. */
export interface AnswerContext {
  readonly change: Change;
  readonly findings: readonly Finding[];
}

/** One item is not worth more comments than this. */
const MAX_REMARKS_PER_ITEM = 2;
/** Whoever says more than this of one item does not answer the question. */
const MAX_ANSWERS_PER_ITEM = 10;

/**
 * What the model's answers change: it can move an item out of undecided, and nothing else.
 * Without a clean result everything stays undecided, with the reason.
 */
export function applyAnswers(
  verdicts: readonly Verdict[],
  result: JudgeResult,
  context: AnswerContext,
): AppliedAnswers {
  const reasons = new Map((result.unasked ?? []).flatMap(({ items, reason }) => items.map((id) => [id, reason])));
  const applied = verdicts.map((verdict) => {
    if (!isOpen(verdict)) return kept(verdict);
    const unasked = result.state === 'ran' ? reasons.get(verdict.item.id) : (result.reason ?? 'unknown reason');
    if (unasked !== undefined) return kept(notJudged(verdict, unasked));
    const answers = result.answers.filter((answer) => answer.item === verdict.item.id);
    return answers.length === 0
      ? kept(notJudged(verdict, 'the model did not answer it'))
      : applyItem(verdict, answers, context);
  });
  return {
    verdicts: applied.map((one) => one.verdict),
    remarks: applied.flatMap((one) => one.remarks),
    unplaced: [...new Set(applied.flatMap((one) => one.unplaced))],
    dropped: applied.flatMap((one) => one.dropped),
  };
}

/** The verdict of an item that stays open because nobody judged it. */
export function notJudged(verdict: Verdict, reason: string): Verdict {
  return { ...verdict, because: `not judged: ${cleanText(reason).replace(/[.\s]+$/, '')}` };
}

interface AppliedItem {
  readonly verdict: Verdict;
  readonly remarks: readonly Remark[];
  readonly unplaced: readonly string[];
  readonly dropped: readonly DroppedAnswer[];
}

function kept(verdict: Verdict): AppliedItem {
  return { verdict, remarks: [], unplaced: [], dropped: [] };
}

/** Of several answers to one item the worst counts: an anchored `unmet`, then doubt, then `met`. */
function applyItem(verdict: Verdict, answers: readonly JudgeAnswer[], context: AnswerContext): AppliedItem {
  const { item } = verdict;
  const heard = answers.slice(0, MAX_ANSWERS_PER_ITEM);
  const dropped: DroppedAnswer[] = [];
  const drop = (reason: string) => dropped.push({ item: item.id, reason });
  if (answers.length > heard.length) drop(`${answers.length - heard.length} more answers to one item`);
  const unmet = heard.filter((answer) => answer.outcome === 'unmet');
  if (unmet.length === 0) return { ...kept(withoutObjection(verdict, heard, context.change, drop)), dropped };

  const remarks = new Map<string, Remark>();
  const unplaced: string[] = [];
  for (const answer of unmet) {
    const placed = placeObjection(answer, context.change, context.findings);
    if (placed.state === 'placed') {
      const finding = remarkFinding(item, answer, placed.anchor, context.change);
      if (remarks.has(finding.fingerprint)) drop('it says the same twice');
      else if (remarks.size >= MAX_REMARKS_PER_ITEM) drop(`more than ${MAX_REMARKS_PER_ITEM} remarks on one item`);
      else remarks.set(finding.fingerprint, { item, answer, anchor: placed.anchor, finding });
    } else {
      drop(placed.reason);
      if (placed.state === 'unplaced') unplaced.push([answer.because, answer.scenario].map(cleanText).join(' '));
    }
  }
  const placed = [...remarks.values()];
  if (placed.length > 0) return { verdict: unmetVerdict(verdict, placed), remarks: placed, unplaced, dropped };
  const because = `the model objects, but its remark does not count: ${dropped.at(-1)?.reason ?? 'unknown reason'}`;
  return { verdict: { ...verdict, because }, remarks: [], unplaced, dropped };
}

/** The verdict of an item that the model objects to, by the remarks that count. */
export function unmetVerdict(verdict: Verdict, remarks: readonly Remark[]): Verdict {
  const findings = remarks.map(({ finding }) => finding);
  return {
    ...verdict,
    outcome: 'unmet',
    by: 'model',
    because: cleanText(remarks[0]?.answer.because ?? ''),
    evidence: findings.map(({ location, message }) => ({ location, message: message.what })),
    findings: findings.map(({ fingerprint }) => fingerprint),
  };
}

function withoutObjection(
  verdict: Verdict,
  answers: readonly JudgeAnswer[],
  change: Change,
  drop: (reason: string) => void,
): Verdict {
  const doubt = answers.find((answer) => answer.outcome === 'undecided');
  if (doubt !== undefined) {
    const because = cleanText(doubt.because);
    return { ...verdict, because: because === '' ? 'the changed lines do not tell' : because };
  }
  for (const answer of answers) {
    const placed = placeProof(answer, change);
    if (placed.state === 'placed') {
      const evidence = [evidenceAt(placed.anchor, answer)];
      return { ...verdict, outcome: 'met', by: 'model', because: cleanText(answer.because), evidence };
    }
    drop(placed.reason);
    verdict = { ...verdict, because: `the model says met, but that does not count: ${placed.reason}` };
  }
  return verdict;
}

function evidenceAt(anchor: Anchor, answer: JudgeAnswer): Evidence {
  const { path, side, startLine, endLine, text } = anchor;
  const endColumn = (text.split('\n').at(-1)?.length ?? 0) + 1;
  return {
    location: { path, side, startLine, startColumn: 1, endLine, endColumn },
    message: cleanText(answer.because),
  };
}
