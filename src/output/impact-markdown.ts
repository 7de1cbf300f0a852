import { markdownText, tableCell } from '../sanitise.ts';
import type { Impact, ImpactRow } from '../types.ts';

/** What the change does as a table of before and after, at most `limit` rows and a line for the rest. */
export function impactTable(impact: Impact, limit = Number.POSITIVE_INFINITY): string[] {
  if (impact.rows.length === 0) {
    return [];
  }
  const rest = impact.rows.length - limit;
  return [
    '| | before | after |',
    '|---|---|---|',
    ...impact.rows.slice(0, limit).map(tableRow),
    ...(rest > 0 ? ['', `${rest} more in the check.`] : []),
  ];
}

/** The pipeline as a Mermaid graph, and the same in words for whoever cannot see it. */
export function impactGraph(impact: Impact): string[] {
  if (impact.graph === undefined) {
    return [];
  }
  const lines = impact.graph.mermaid.split(/\r?\n/);
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 2) + 1);
  return [
    `${fence}mermaid`,
    ...lines,
    fence,
    '<details><summary>The graph in words</summary>',
    '',
    ...impactText(impact),
    '',
    '</details>',
  ];
}

/** The pipeline in words alone. */
export function impactText(impact: Impact): string[] {
  return (impact.graph?.text.split(/\r?\n/) ?? []).filter((line) => line.trim() !== '').map(markdownText);
}

function tableRow(row: ImpactRow): string {
  const what = `${markdownText(row.topic)} ${markdownText(row.subject)}`.trim();
  return `| ${tableCell(what)} | ${cell(row.before)} | ${cell(row.after)} |`;
}

function cell(value: string): string {
  return value.trim() === '' ? '–' : tableCell(markdownText(value));
}
