import { plainText } from '../sanitise.ts';
import type { JudgeNote, JudgeReport } from '../types.ts';
import { count } from './count.ts';

/** What the model did, and what it cost; undefined when nobody wanted it, which is nothing to speak of. Plain text. */
export function judgeLine(judge: JudgeReport): string | undefined {
  const model = judge.model === undefined ? 'the model' : plainText(judge.model);
  const reason = sentenceEnd(judge.reason ?? 'unknown reason');
  switch (judge.state) {
    case 'off':
      return undefined;
    case 'skipped':
      return `No model was asked: ${reason}.`;
    case 'ran':
      return `Open items were judged by ${model} (${spent(judge)}); its remarks never block.`;
    case 'partial':
      return `Some open items were judged by ${model} (${spent(judge)}), others were not: ${reason}. They stay undecided.`;
    case 'failed':
      return `Open items were not judged by ${model}: ${reason}. They stay undecided.${lost(judge)}`;
  }
}

/** The same, and every step that was skipped or failed, and every answer that does not count, with its reason. Plain text. */
export function judgeLines(judge: JudgeReport): readonly string[] {
  const line = judgeLine(judge);
  if (line === undefined) return [];
  const notes = (judge.notes ?? []).map(({ kind, text }) => `${NOTES[kind]}: ${sentenceEnd(text)}.`);
  return [line, ...notes, ...droppedLines(judge)];
}

const NOTES: Readonly<Record<JudgeNote['kind'], string>> = {
  skipped: 'Skipped by the model',
  failed: 'Failed with the model',
  reused: 'From an earlier review',
  split: 'Asked of the model',
  'left-out': 'Left out with the model',
};

/** One line per reason: how many answers, and on which items. */
function droppedLines({ dropped = [] }: JudgeReport): string[] {
  const byReason = new Map<string, string[]>();
  for (const { item, reason } of dropped) byReason.set(reason, [...(byReason.get(reason) ?? []), item]);
  return [...byReason].map(([reason, items]) => {
    const names = [...new Set(items)].slice(0, 5).map((item) => `\`${plainText(item)}\``);
    return `${count(items.length, 'answer')} of the model dropped, on ${names.join(', ')}: ${sentenceEnd(reason)}.`;
  });
}

function spent({ inputTokens, outputTokens, cachedTokens = 0, lostTokens = 0 }: JudgeReport): string {
  return [
    `${inputTokens} tokens in`,
    ...(cachedTokens > 0 ? [`${cachedTokens} of them from its cache`] : []),
    `${outputTokens} out`,
    ...(lostTokens > 0 ? [`about ${lostTokens} lost with attempts that failed`] : []),
  ].join(', ');
}

function lost(judge: JudgeReport): string {
  const { inputTokens, outputTokens, lostTokens = 0 } = judge;
  return inputTokens + outputTokens + lostTokens === 0 ? '' : ` Spent: ${spent(judge)}.`;
}

function sentenceEnd(text: string): string {
  return plainText(text).replace(/[.\s]+$/, '');
}
