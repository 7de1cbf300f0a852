import type { Finding, Severity } from '../types.ts';

/** How many findings there are of something, by severity. */
export interface DebtRow {
  readonly name: string;
  readonly findings: number;
  readonly severities: Readonly<Record<Severity, number>>;
}

/** What a repository owes, counted three ways; the rows of each with the most severe findings first. */
export interface Debt {
  readonly total: DebtRow;
  readonly rules: readonly DebtRow[];
  readonly folders: readonly DebtRow[];
  readonly owners: readonly DebtRow[];
}

export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
/** How deep a folder is told. */
const DEPTH = 2;

/** Counts findings by rule, by folder and by the owners of their files; a finding of several owners counts for each. */
export function countDebt(findings: readonly Finding[]): Debt {
  return {
    total: row('all', findings),
    rules: rowsBy(findings, ({ rule }) => [rule]),
    folders: rowsBy(findings, ({ location }) => [folderOf(location.path)]),
    owners: rowsBy(findings, ({ owners = [] }) => (owners.length > 0 ? owners : ['nobody'])),
  };
}

function rowsBy(findings: readonly Finding[], namesOf: (finding: Finding) => readonly string[]): DebtRow[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const name of namesOf(finding)) {
      const group = groups.get(name);
      if (group) group.push(finding);
      else groups.set(name, [finding]);
    }
  }
  return [...groups].map(([name, own]) => row(name, own)).sort(worstFirst);
}

function row(name: string, findings: readonly Finding[]): DebtRow {
  const severities: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of findings) severities[severity]++;
  return { name, findings: findings.length, severities };
}

function worstFirst(a: DebtRow, b: DebtRow): number {
  for (const severity of SEVERITIES) {
    const more = b.severities[severity] - a.severities[severity];
    if (more !== 0) return more;
  }
  return a.name < b.name ? -1 : 1;
}

function folderOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  return folders.length === 0 ? '.' : folders.slice(0, DEPTH).join('/');
}
