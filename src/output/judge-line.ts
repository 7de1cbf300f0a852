import { plainText } from '../sanitise.ts';
import type { JudgeReport } from '../types.ts';

/** What the model did, and what it cost; undefined when it was off, which is nothing to speak of. Plain text. */
export function judgeLine(judge: JudgeReport): string | undefined {
  const model = judge.model === undefined ? 'the model' : plainText(judge.model);
  if (judge.state === 'off') {
    return undefined;
  }
  const spent = `${judge.inputTokens} tokens in, ${judge.outputTokens} out`;
  if (judge.state === 'ran') {
    return `Open items were judged by ${model} (${spent}); its remarks never block.`;
  }
  const reason = plainText(judge.reason ?? 'unknown reason').replace(/[.\s]+$/, '');
  return `Open items were not judged by ${model}: ${reason}. They stay undecided.`;
}
