import { markdownText } from '../sanitise.ts';
import type { Review } from '../types.ts';
import { closingNotes, findingsMarkdown } from './check-summary.ts';
import { checklistMarkdown } from './checklist-markdown.ts';
import { coverage } from './coverage.ts';
import { liftedLines } from './finding-markdown.ts';
import { headline } from './headline.ts';
import { impactGraph, impactTable } from './impact-markdown.ts';
import { receiptWords } from './receipt.ts';

/** The whole review as one Markdown document: the verdict, every finding, the impact, all checklists. */
export function reviewMarkdown(review: Review): string {
  const table = impactTable(review.impact);
  const graph = impactGraph(review.impact);
  const lines = [
    `### Pipewright: ${headline(review)}`,
    '',
    ...liftedLines(review.findings).flatMap((line) => [line, '']),
    ...review.incomplete.map((reason) => `- Not complete: ${markdownText(reason)}`),
    '',
    ...findingsMarkdown(review),
    ...(table.length + graph.length === 0 ? [] : ['#### What this change does', '', ...table, '', ...graph, '']),
    ...review.personas.flatMap((persona) => [
      `### ${markdownText(persona.title)}: ${coverage(persona)}`,
      '',
      ...checklistMarkdown(persona),
      '',
    ]),
    ...closingNotes(review),
    `- ${receiptWords(review)}`,
  ];
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}
