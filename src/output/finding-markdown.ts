import { codeSpan, markdownText } from '../sanitise.ts';
import type { Finding } from '../types.ts';
import { count } from './count.ts';
import { evidencePlaces, place } from './place.ts';

/** One line: where, what is wrong, what to do. For lists that should be read quickly. */
export function findingLine(finding: Finding): string {
  const { what, remedy } = finding.message;
  return `${placeMarkdown(finding)}: ${markdownText(what)} → ${markdownText(remedy)} ${codeSpan(finding.rule)}`;
}

/** Where and what, nothing else. */
export function findingMention(finding: Finding): string {
  return `${placeMarkdown(finding)}: ${markdownText(finding.message.what)}`;
}

/** The whole finding as a list item of two lines: what, why, remedy; then the rule, its weight and its standing. */
export function findingItem(finding: Finding): string {
  const { what, why, remedy } = finding.message;
  return [
    `- ${placeMarkdown(finding)}: **${markdownText(what)}** ${markdownText(why)} → ${markdownText(remedy)}`,
    `  ${[codeSpan(finding.rule), `${finding.severity}, ${finding.confidence}`, ...handle(finding), ...standing(finding)].join(' · ')}`,
  ].join('\n');
}

/** Who accepted a finding, why, and until when. */
export function waiverWords(finding: Finding): string {
  const waiver = finding.waivedBy;
  if (waiver === undefined) {
    return '';
  }
  const until = waiver.until === undefined ? '' : ` until ${markdownText(waiver.until)}`;
  const owner = waiver.owner === undefined ? '' : `, owned by ${codeSpan(waiver.owner)}`;
  return `accepted by ${codeSpan(waiver.who)}${until}${owner}: ${markdownText(waiver.why)}`;
}

/** What commands on the pull request lifted, a line for each person, end and reason. */
export function liftedLines(findings: readonly Finding[]): string[] {
  const lifted = findings.filter(({ status, waivedBy }) => status === 'introduced' && waivedBy?.by === 'command');
  const byWords = new Map<string, number>();
  for (const words of lifted.map(waiverWords)) byWords.set(words, (byWords.get(words) ?? 0) + 1);
  return [...byWords].map(([words, of]) => `**Gate lifted for ${count(of, 'finding')}**, ${words}`);
}

/** Something that is gone has its line in the base only. */
function placeMarkdown({ location }: Finding): string {
  return location.side === 'base' ? `${codeSpan(place(location))} (before)` : codeSpan(place(location));
}

/** What a command names a finding by. */
function handle({ status, origin, fingerprint }: Finding): string[] {
  return status === 'introduced' && origin !== 'model' ? [codeSpan(fingerprint)] : [];
}

function standing(finding: Finding): string[] {
  const words: string[] = [];
  if (finding.origin === 'model') {
    words.push('a remark of the model');
  }
  if (finding.status === 'moved') {
    words.push('moved here by this change');
  }
  if (finding.ratcheted) {
    words.push('older than this change, which works on its lines');
  }
  if (finding.fix !== undefined) {
    words.push(finding.fix.safety === 'safe' ? 'safe fix' : 'fix to look at');
  }
  if (finding.waivedBy !== undefined) {
    words.push(waiverWords(finding));
  }
  if (finding.silencedBy !== undefined) {
    words.push(`silenced by a comment in this change: ${markdownText(finding.silencedBy)}`);
  }
  if (finding.owners !== undefined) {
    words.push(`owned by ${finding.owners.map(codeSpan).join(' ')}`);
  }
  if (finding.related.length > 0) {
    words.push(`see ${codeSpan(evidencePlaces(finding.related, 3))}`);
  }
  return words;
}
