import { createHash } from 'node:crypto';
import type { Change, ChecklistItem, Finding, JudgeAnswer } from '../types.ts';
import type { Anchor } from './anchor-quote.ts';
import { cleanText } from './clean-text.ts';
import { redact } from './redact.ts';

/**
 * A placed remark of the model as a finding: advice, never severe or sure enough to fail a gate. What the model calls
 * critical is medium here: beside findings that are proved, the words of one that is not must not sound the same.
 */
export function remarkFinding(item: ChecklistItem, answer: JudgeAnswer, anchor: Anchor, change: Change): Finding {
  const rule = `judge/${item.id}`;
  const text = redact(anchor.text.replace(/\s+/g, ' ').trim()).slice(0, 300);
  const file = change.files.find((one) => one.path === anchor.path || one.previousPath === anchor.path);
  return {
    rule,
    title: item.text,
    kind: file?.kind ?? 'other',
    severity: answer.severity === 'low' ? 'low' : 'medium',
    confidence: 'heuristic',
    strictness: 'regular',
    domain: 'correctness',
    location: {
      path: anchor.path,
      side: anchor.side,
      startLine: anchor.startLine,
      startColumn: 1,
      endLine: anchor.endLine,
      endColumn: (anchor.text.split('\n').at(-1)?.length ?? 0) + 1,
    },
    message: {
      what: sentence(answer.because),
      why: sentence(answer.scenario),
      remedy: `Bring it in line with "${item.text}", or say in the pull request why it does not apply.`,
    },
    key: item.id,
    anchor: text,
    related: [],
    origin: 'model',
    status: 'introduced',
    fingerprint: fingerprint([rule, anchor.path, item.id, text]),
  };
}

/** Made of the same parts as a rule's finding: the model's wording is not among them. */
function fingerprint(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
}

function sentence(text: string): string {
  const clean = cleanText(text);
  return clean === '' || /[.!?]$/.test(clean) ? clean : `${clean}.`;
}
