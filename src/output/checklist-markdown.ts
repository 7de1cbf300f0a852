import { codeSpan, markdownText, tableCell } from '../sanitise.ts';
import type { PersonaReview, Verdict } from '../types.ts';
import { count } from './count.ts';
import { outcomeWords } from './outcome-words.ts';
import { evidencePlaces } from './place.ts';

/**
 * A persona's checklist: a table per section with item, answer and reason.
 * Items that do not apply are a number at the end.
 */
export function checklistMarkdown(persona: PersonaReview): string[] {
  const lines: string[] = [];
  for (const [section, verdicts] of verdictsBySection(persona)) {
    lines.push(
      `#### ${markdownText(section)}`,
      '',
      '| item | answer | because |',
      '|---|---|---|',
      ...verdicts.map(row),
      '',
    );
  }
  const silent = persona.verdicts.filter((verdict) => verdict.outcome === 'not-applicable').length;
  if (silent > 0) {
    lines.push(`${count(silent, 'item does', 'items do')} not apply: nothing of their kind was looked at.`);
  }
  return lines;
}

/** The verdicts that say something, by section, in the order of the agent file. */
export function verdictsBySection(persona: PersonaReview): ReadonlyMap<string, readonly Verdict[]> {
  const sections = new Map<string, Verdict[]>();
  for (const verdict of persona.verdicts) {
    if (verdict.outcome === 'not-applicable') {
      continue;
    }
    const section = sections.get(verdict.item.section) ?? [];
    section.push(verdict);
    sections.set(verdict.item.section, section);
  }
  return sections;
}

function row(verdict: Verdict): string {
  const word = outcomeWords[verdict.outcome];
  const answer = `${verdict.outcome === 'unmet' ? `**${word}**` : word}${verdict.by === 'model' ? ' (model)' : ''}`;
  const places = evidencePlaces(verdict.evidence);
  const because = [
    verdict.because.trim() === '' ? '' : markdownText(verdict.because),
    places === '' || verdict.because.includes(places) ? '' : codeSpan(places),
  ].filter((part) => part !== '');
  return `| ${[markdownText(verdict.item.text), answer, because.join(', ')].map(tableCell).join(' | ')} |`;
}
