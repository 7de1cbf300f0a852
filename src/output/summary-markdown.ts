import { codeSpan, markdownText } from '../sanitise.ts';
import type { Finding, Review } from '../types.ts';
import { byOwner } from './by-owner.ts';
import { count } from './count.ts';
import { coverage } from './coverage.ts';
import { cutMarkdown } from './cut-markdown.ts';
import { findingLine, findingMention, liftedLines, waiverWords } from './finding-markdown.ts';
import { type FindingGroups, groupFindings } from './group-findings.ts';
import { headline, isEnforced } from './headline.ts';
import { impactGraph, impactTable, impactText } from './impact-markdown.ts';
import { judgeLine } from './judge-line.ts';

const MAX_LINES = 60;
const MAX_BYTES = 60_000;
/** How many entries a section may show: the most generous that keeps the comment within its lines. */
const ENTRIES = [12, 8, 5, 3, 1];
const IMPACT = '**What this change does**';

/**
 * The one comment of a pull request: the verdict, what blocks and how to get on, what the change does.
 * At most 60 lines; what does not fit stands in the check. Problems older than the change are not mentioned.
 */
export function summaryMarkdown(review: Review): string {
  const attempts = ENTRIES.map((entries) => sections(review, entries));
  const fitting = attempts.find((attempt) => lineCount(attempt) <= MAX_LINES) ?? attempts.at(-1) ?? [];
  return cutMarkdown(layOut(withGraph(review, fitting)), MAX_BYTES);
}

type Section = readonly string[];

function sections(review: Review, entries: number): Section[] {
  const groups = groupFindings(review);
  return [
    [`### Pipewright: ${headline(review)}`],
    lifted(review, entries),
    incomplete(review, entries),
    blocks(review, groups, entries),
    worthALook(review, groups, entries),
    accepted(groups, entries),
    impact(review, entries),
    personas(review, entries),
    notices(review, entries),
  ].filter((section) => section.length > 0);
}

/** The graph comes in only where there is room for it; its words fit more often. */
function withGraph(review: Review, all: readonly Section[]): readonly Section[] {
  const at = all.findIndex((section) => section[0] === IMPACT);
  const room = MAX_LINES - lineCount(all) - 1;
  const graph = [impactGraph(review.impact), impactText(review.impact)].find((lines) => lines.length <= room);
  return at < 0 || graph === undefined || graph.length === 0 ? all : all.toSpliced(at + 1, 0, graph);
}

function layOut(all: readonly Section[]): string {
  return all.map((section) => section.join('\n')).join('\n\n');
}

function lineCount(all: readonly Section[]): number {
  return layOut(all).split('\n').length;
}

function lifted({ findings }: Review, entries: number): string[] {
  return capped(liftedLines(findings), entries, (line) => `- ${line}`);
}

function incomplete(review: Review, entries: number): string[] {
  return review.incomplete.length === 0
    ? []
    : ['**Not complete**', ...capped(review.incomplete, entries, (reason) => `- ${markdownText(reason)}`)];
}

function blocks(review: Review, { blocking }: FindingGroups, entries: number): string[] {
  const first = blocking[0];
  if (first === undefined) {
    return [];
  }
  const rest = blocking.length - entries;
  return [
    isEnforced(review) ? '**Blocks**' : `**Would block** (mode is ${review.mode})`,
    ...byOwner(review, blocking.slice(0, entries), (finding, index) => `${index + 1}. ${findingLine(finding)}`),
    ...(rest > 0 ? ['', `and ${rest} more in the check`] : []),
    '',
    `Meant as it is? Somebody who may push and has no part in this change can accept it: \`/pipewright accept ${first.fingerprint} until=30d REASON\` as a comment to the App, or in an approving review for the Action; or an entry for ${codeSpan(first.rule)} in \`.github/pipewright-waivers.yml\` on the base branch.`,
  ];
}

function worthALook(review: Review, groups: FindingGroups, entries: number): string[] {
  const findings = groups.worthALook;
  const remarks = review.judge.unplaced;
  if (findings.length + remarks.length === 0) {
    return [];
  }
  return [
    '**Worth a look**',
    ...byOwner(
      review,
      findings.slice(0, entries),
      (finding) => `- ${findingMention(finding)} ${codeSpan(finding.rule)}`,
    ),
    ...more(findings.length - entries),
    ...capped(remarks, Math.min(entries, 3), (remark) => `- ${markdownText(remark)} (the model, without a place)`),
  ];
}

function accepted({ waived, silenced }: FindingGroups, entries: number): string[] {
  const line = (finding: Finding) => `- ${findingMention(finding)} (${waiverWords(finding)})`;
  const rules = [...new Set(silenced.map((finding) => finding.rule))].slice(0, entries).map(codeSpan).join(', ');
  return [
    ...(waived.length > 0 ? ['**Accepted**', ...capped(waived, entries, line)] : []),
    ...(silenced.length > 0
      ? [`${count(silenced.length, 'finding')} silenced by comments in this change: ${rules}`]
      : []),
  ];
}

function impact(review: Review, entries: number): string[] {
  const table = impactTable(review.impact, entries);
  if (table.length === 0) {
    return review.impact.graph === undefined ? [] : [IMPACT];
  }
  return [IMPACT, '', ...table];
}

function personas(review: Review, entries: number): string[] {
  const model = judgeLine(review.judge);
  const lines = [
    ...review.personas.slice(0, entries).map((persona) => `${markdownText(persona.title)}: ${coverage(persona)}`),
    ...(model === undefined ? [] : [markdownText(model) + droppedWords(review)]),
  ];
  return lines.map((line, index) => (index < lines.length - 1 ? `${line}\\` : line));
}

/** The check has the reasons. */
function droppedWords({ judge: { dropped = [] } }: Review): string {
  return dropped.length === 0 ? '' : ` ${count(dropped.length, 'answer')} dropped; the check says why.`;
}

function notices(review: Review, entries: number): string[] {
  return [
    ...capped(review.notices, entries, (notice) => `- ${markdownText(notice)}`),
    ...capped(
      review.omitted,
      entries,
      ({ path, reason }) => `- Not reviewed: ${codeSpan(path)}, ${markdownText(reason)}`,
    ),
  ];
}

function capped<T>(items: readonly T[], limit: number, line: (item: T) => string): string[] {
  return [...items.slice(0, limit).map(line), ...more(items.length - limit)];
}

function more(rest: number): string[] {
  return rest > 0 ? [`- and ${rest} more in the check`] : [];
}
