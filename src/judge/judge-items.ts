import type { Change, Finding, Impact, Judge, JudgeReport, Persona, Verdict } from '../types.ts';
import { applyAnswers } from './apply-answers.ts';
import { openItems } from './open-items.ts';

export interface Judged {
  readonly personas: readonly { readonly persona: Persona; readonly verdicts: readonly Verdict[] }[];
  /** Advice of the model; it never gates. */
  readonly findings: readonly Finding[];
  readonly report: JudgeReport;
}

/** Why nobody was asked, for people. */
const OFF: JudgeReport = {
  state: 'off',
  reason: 'no model was asked: none is configured',
  inputTokens: 0,
  outputTokens: 0,
  unplaced: [],
};

/** Asks the model about the items that rules left open, one request per persona. Without a judge they stay open. */
export async function judgeItems(
  judge: Judge | undefined,
  personas: Judged['personas'],
  context: { readonly change: Change; readonly impact: Impact; readonly findings: readonly Finding[] },
): Promise<Judged> {
  if (!judge) return { personas, findings: [], report: OFF };
  let report: JudgeReport = { state: 'ran', inputTokens: 0, outputTokens: 0, unplaced: [] };
  const findings: Finding[] = [];
  const judged: { persona: Persona; verdicts: readonly Verdict[] }[] = [];
  for (const { persona, verdicts } of personas) {
    const items = openItems(verdicts);
    if (items.length === 0) {
      judged.push({ persona, verdicts });
      continue;
    }
    const result = await judge.ask({ persona, items, ...context });
    const applied = applyAnswers(verdicts, result, context.change);
    judged.push({ persona, verdicts: applied.verdicts });
    findings.push(...applied.findings);
    report = {
      state: result.state === 'failed' || report.state === 'failed' ? 'failed' : 'ran',
      model: result.model,
      inputTokens: report.inputTokens + result.inputTokens,
      outputTokens: report.outputTokens + result.outputTokens,
      unplaced: [...report.unplaced, ...applied.unplaced],
      ...((result.reason ?? report.reason) ? { reason: result.reason ?? report.reason ?? '' } : {}),
    };
  }
  return { personas: judged, findings, report };
}
