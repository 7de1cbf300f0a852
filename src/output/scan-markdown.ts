import { codeSpan, markdownText } from '../sanitise.ts';
import { count } from './count.ts';
import { findingItem } from './finding-markdown.ts';
import type { ScanProblem, ScanResult } from './scan-result.ts';
import { countBySeverity, sortFindings } from './sort-findings.ts';

/** A scan as one Markdown document: the counts, every finding, what could not be read. */
export function scanMarkdown(result: ScanResult): string {
  const findings = sortFindings(result.findings);
  const unread = result.problems.filter(({ about }) => about === undefined);
  const settings = result.problems.filter(({ about }) => about === 'settings');
  const lines = [
    `### Pipewright: ${findings.length === 0 ? 'nothing found' : count(findings.length, 'finding')}`,
    '',
    `${count(result.files, 'file')}${findings.length === 0 ? '' : `, ${countBySeverity(findings)}`}, ${(result.ms / 1000).toFixed(1)} s`,
    ...(findings.length === 0 ? [] : ['', ...findings.map(findingItem)]),
    ...titled('Not read', unread),
    ...titled('Settings and waivers', settings),
  ];
  return `${lines.join('\n')}\n`;
}

function titled(title: string, problems: readonly ScanProblem[]): readonly string[] {
  if (problems.length === 0) return [];
  const items = problems.map(({ path, line, message }) => `- ${codeSpan(`${path}:${line}`)} ${markdownText(message)}`);
  return ['', `#### ${title}`, '', ...items];
}
