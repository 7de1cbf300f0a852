import { plainText } from '../sanitise.ts';
import type { Finding, Severity } from '../types.ts';
import { type Paint, painter, type Style, type Terminal } from './ansi.ts';
import { count } from './count.ts';
import type { ScanResult } from './scan-result.ts';
import { countBySeverity } from './sort-findings.ts';
import { wrapText } from './wrap-text.ts';

/** A scan for people at a terminal: findings by file and line, what could not be read, the counts, what to do next. */
export function terminalScan(result: ScanResult, terminal: Terminal): string {
  const paint = painter(terminal);
  const files = [...findingsByPath(result.findings)].map(([, findings]) =>
    findings.flatMap((finding) => findingLines(finding, terminal, paint)).join('\n'),
  );
  const problems = result.problems.map(
    ({ path, line, message, about }) =>
      `${plainText(path)}:${line}  ${about === 'settings' ? '' : 'not read: '}${plainText(message)}`,
  );
  const blocks = [...files, ...(problems.length > 0 ? [problems.join('\n')] : []), closing(result, paint)];
  return `${blocks.join('\n\n')}\n`;
}

function findingsByPath(findings: readonly Finding[]): [string, Finding[]][] {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    byPath.set(finding.location.path, [...(byPath.get(finding.location.path) ?? []), finding]);
  }
  for (const group of byPath.values()) {
    group.sort(
      (a, b) => a.location.startLine - b.location.startLine || a.location.startColumn - b.location.startColumn,
    );
  }
  return [...byPath].sort(([a], [b]) => (a < b ? -1 : 1));
}

const STYLES: Readonly<Record<Severity, Style>> = {
  critical: 'red',
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  info: 'dim',
};

function findingLines(finding: Finding, terminal: Terminal, paint: Paint): string[] {
  const { path, startLine, startColumn } = finding.location;
  const { what, why, remedy } = finding.message;
  return [
    `${paint('bold', `${plainText(path)}:${startLine}:${startColumn}`)}  ${paint(STYLES[finding.severity], finding.severity)}  ${plainText(finding.rule)}`,
    ...wrapText(`${plainText(what)} ${plainText(why)}`, terminal.width, 2),
    ...wrapText(`→ ${plainText(remedy)}`, terminal.width, 2),
  ];
}

function closing(result: ScanResult, paint: Paint): string {
  const { findings } = result;
  const counts =
    findings.length === 0 ? 'nothing found' : `${count(findings.length, 'finding')} (${countBySeverity(findings)})`;
  const line = `${count(result.files, 'file')}, ${counts}, ${(result.ms / 1000).toFixed(1)} s`;
  const rule = findings[0]?.rule;
  return rule === undefined
    ? paint('bold', line)
    : `${paint('bold', line)}\nNext: \`pipewright explain ${plainText(rule)}\` says more`;
}
