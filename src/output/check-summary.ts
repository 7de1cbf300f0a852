import { codeSpan, markdownText } from '../sanitise.ts';
import type { Finding, PersonaReview, Review } from '../types.ts';
import { checklistMarkdown } from './checklist-markdown.ts';
import { count } from './count.ts';
import { coverage } from './coverage.ts';
import { cutMarkdown } from './cut-markdown.ts';
import { findingItem, liftedLines } from './finding-markdown.ts';
import { groupFindings } from './group-findings.ts';
import { headline, isEnforced } from './headline.ts';
import { impactGraph, impactTable } from './impact-markdown.ts';
import { judgeLines } from './judge-line.ts';
import { receiptWords } from './receipt.ts';
import { countBySeverity } from './sort-findings.ts';

/** GitHub takes 65,535 characters; bytes are counted because nobody says which characters. */
const MAX_BYTES = 65_535;
const MAX_TITLE = 255;

/** The one line next to a check's name: a persona's coverage, or the verdict of the whole review. */
export function checkTitle(review: Review, persona?: PersonaReview): string {
  const title = persona === undefined ? headline(review) : coverage(persona);
  return (title.charAt(0).toUpperCase() + title.slice(1)).slice(0, MAX_TITLE);
}

/** The page behind a check: a persona's checklist and findings, or everything the review found. */
export function checkSummary(review: Review, persona?: PersonaReview): string {
  const lines = persona === undefined ? aggregate(review) : personaPage(review, persona);
  return cutMarkdown(lines.join('\n').trim(), MAX_BYTES);
}

/** A persona's page without the cut: checklist first, then its findings. */
export function personaPage(review: Review, persona: PersonaReview): string[] {
  const own = new Set(persona.findings);
  const findings = review.findings.filter(({ fingerprint, status }) => own.has(fingerprint) && status !== 'existing');
  return [
    `**${markdownText(persona.title)}**: ${coverage(persona)}.`,
    '',
    ...liftedLines(findings).flatMap((line) => [line, '']),
    ...incomplete(review),
    ...checklistMarkdown(persona),
    '',
    ...findingsMarkdown({ ...review, findings, judge: { ...review.judge, unplaced: [] } }),
  ];
}

/** The findings of a review, every one of them, by what they mean for the merge. */
export function findingsMarkdown(review: Review): string[] {
  const groups = groupFindings(review);
  return [
    ...list(isEnforced(review) ? 'Blocks' : 'Would block', groups.blocking),
    ...list('Worth a look', groups.worthALook),
    ...remarks(review),
    ...list('Accepted', groups.waived),
    ...list('Silenced by comments that this change adds', groups.silenced),
    ...list('Moved here from another file', groups.moved),
    ...folded('Older than this change', groups.existing),
  ];
}

/** Files that were not reviewed, notices, the model and the time: what a reader may want to know last. */
export function closingNotes(review: Review): string[] {
  return [
    ...review.notices.map((notice) => `- ${markdownText(notice)}`),
    ...review.omitted.map(({ path, reason }) => `- ${codeSpan(path)} was not reviewed: ${markdownText(reason)}`),
    ...judgeLines(review.judge).map((line) => `- ${markdownText(line)}`),
    `- ${count(review.files, 'file')} in ${(review.ms / 1000).toFixed(1)} s`,
  ];
}

function aggregate(review: Review): string[] {
  const table = impactTable(review.impact, 100);
  return [
    `**${checkTitle(review)}.** ${counts(review)}`,
    '',
    // On top, where a page that is cut still has it.
    receiptWords(review),
    '',
    ...liftedLines(review.findings).flatMap((line) => [line, '']),
    ...observed(review),
    ...incomplete(review),
    ...findingsMarkdown(review),
    ...(table.length === 0 ? [] : ['#### What this change does', '', ...table, '', ...impactGraph(review.impact), '']),
    ...review.personas.map((persona) => `- ${markdownText(persona.title)}: ${coverage(persona)}`),
    ...closingNotes(review),
  ];
}

function counts(review: Review): string {
  const { blocking, worthALook, waived, silenced, moved, existing, resolved } = groupFindings(review);
  const introduced = [...blocking, ...worthALook, ...waived, ...silenced];
  const words = [
    introduced.length === 0
      ? 'This change introduces no finding'
      : `${introduced.length} introduced (${countBySeverity(introduced)})`,
    ...[waived.length > 0 ? `${waived.length} accepted` : ''],
    ...[moved.length > 0 ? `${moved.length} moved` : ''],
    ...[existing.length > 0 ? `${existing.length} older` : ''],
    ...[resolved.length > 0 ? `${resolved.length} resolved` : ''],
  ].filter((word) => word !== '');
  return `${words.join(', ')}.`;
}

function observed(review: Review): string[] {
  if (isEnforced(review) || review.wouldBe === review.conclusion) {
    return [];
  }
  return [`Mode is ${review.mode}; enforced, the conclusion would be ${review.wouldBe.replace('_', ' ')}.`, ''];
}

function incomplete(review: Review): string[] {
  if (review.incomplete.length === 0) {
    return [];
  }
  return ['**Not complete**', '', ...review.incomplete.map((reason) => `- ${markdownText(reason)}`), ''];
}

function remarks(review: Review): string[] {
  if (review.judge.unplaced.length === 0) {
    return [];
  }
  return [
    '#### Remarks of the model without a place',
    '',
    ...review.judge.unplaced.map((text) => `- ${markdownText(text)}`),
    '',
  ];
}

function list(title: string, findings: readonly Finding[]): string[] {
  return findings.length === 0 ? [] : [`#### ${title}`, '', ...findings.map(findingItem), ''];
}

function folded(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) {
    return [];
  }
  return [
    `<details><summary>${title}: ${count(findings.length, 'finding')}, none of them counts here</summary>`,
    '',
    ...findings.map(findingItem),
    '',
    '</details>',
    '',
  ];
}
