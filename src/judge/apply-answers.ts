import type { Change, Evidence, Finding, JudgeAnswer, JudgeResult, Verdict } from '../types.ts';
import { type Anchor, anchorQuote } from './anchor-quote.ts';
import { isOpen } from './open-items.ts';
import { redact } from './redact.ts';
import { remarkFinding } from './remark-finding.ts';
import { visibleText } from './visible-text.ts';

export interface AppliedAnswers {
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  /** Remarks that say something is wrong and could not be placed in the change. */
  readonly unplaced: readonly string[];
}

/**
 * What the model's answers change: it can move an item out of undecided, and nothing else.
 * Without a clean result everything stays undecided, with the reason.
 */
export function applyAnswers(verdicts: readonly Verdict[], result: JudgeResult, change: Change): AppliedAnswers {
  if (result.state !== 'ran') {
    const reason = clean(result.reason ?? 'unknown reason').replace(/[.\s]+$/, '');
    const stay = (verdict: Verdict) => (isOpen(verdict) ? { ...verdict, because: `not judged: ${reason}` } : verdict);
    return { verdicts: verdicts.map(stay), findings: [], unplaced: [] };
  }
  const applied = verdicts.map((verdict) => {
    const answers = result.answers.filter((answer) => answer.item === verdict.item.id);
    return isOpen(verdict) && answers.length > 0
      ? applyItem(verdict, answers, change)
      : { verdict, findings: [], unplaced: [] };
  });
  return {
    verdicts: applied.map((one) => one.verdict),
    findings: applied.flatMap((one) => one.findings),
    unplaced: [...new Set(applied.flatMap((one) => one.unplaced))],
  };
}

interface AppliedItem {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly unplaced: readonly string[];
}

/** Of several answers to one item the worst counts: an anchored `unmet`, then doubt, then `met`. */
function applyItem(verdict: Verdict, answers: readonly JudgeAnswer[], change: Change): AppliedItem {
  const unmet = answers.filter((answer) => answer.outcome === 'unmet');
  const remarks = unmet.map((answer) => ({ answer, anchor: placeRemark(answer, change) }));
  const findings = uniqueFindings(
    remarks.flatMap(({ answer, anchor }) =>
      anchor === undefined ? [] : [remarkFinding(verdict.item, answer, anchor, change)],
    ),
  );
  const unplaced = remarks
    .filter(({ anchor }) => anchor === undefined)
    .map(({ answer }) => [clean(answer.because), clean(answer.scenario)].filter((part) => part !== '').join(' '));
  if (findings.length > 0) {
    return { verdict: unmetVerdict(verdict, unmet, findings), findings, unplaced };
  }
  if (unmet.length > 0) {
    const because = 'the model objects, but its remark could not be placed in this change';
    return { verdict: { ...verdict, because }, findings, unplaced };
  }
  return { verdict: withoutObjection(verdict, answers, change), findings, unplaced };
}

/** A remark without a failure scenario is an opinion. */
function placeRemark(answer: JudgeAnswer, change: Change): Anchor | undefined {
  return answer.scenario.trim() === '' ? undefined : anchorQuote(answer.quote, answer.path, change);
}

function unmetVerdict(verdict: Verdict, unmet: readonly JudgeAnswer[], findings: readonly Finding[]): Verdict {
  return {
    ...verdict,
    outcome: 'unmet',
    by: 'model',
    because: clean(unmet[0]?.because ?? ''),
    evidence: findings.map(({ location, message }) => ({ location, message: message.what })),
    findings: findings.map(({ fingerprint }) => fingerprint),
  };
}

function withoutObjection(verdict: Verdict, answers: readonly JudgeAnswer[], change: Change): Verdict {
  const doubt = answers.find((answer) => answer.outcome === 'undecided');
  const first = doubt ?? answers[0];
  if (doubt !== undefined || first === undefined) {
    const because = clean(first?.because ?? '');
    return { ...verdict, because: because === '' ? 'the changed lines do not tell' : because };
  }
  const anchor = anchorQuote(first.quote, first.path, change);
  if (anchor === undefined) {
    return { ...verdict, because: 'the model says met, but what it quotes is not in this change' };
  }
  return {
    ...verdict,
    outcome: 'met',
    by: 'model',
    because: clean(first.because),
    evidence: [evidence(anchor, first)],
  };
}

function evidence(anchor: Anchor, answer: JudgeAnswer): Evidence {
  const { path, side, startLine, endLine, text } = anchor;
  const endColumn = (text.split('\n').at(-1)?.length ?? 0) + 1;
  return { location: { path, side, startLine, startColumn: 1, endLine, endColumn }, message: clean(answer.because) };
}

function uniqueFindings(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()];
}

function clean(text: string): string {
  return redact(visibleText(text).replace(/\s+/g, ' ').trim()).slice(0, 1000);
}
