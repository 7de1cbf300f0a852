import { codeSpan, tableCell } from '../sanitise.ts';
import { painter, type Terminal } from './ansi.ts';
import { count } from './count.ts';
import { type Debt, type DebtRow, SEVERITIES } from './count-debt.ts';
import type { Format } from './format.ts';
import { stringify } from './json.ts';
import { terminalTable } from './terminal-table.ts';

/** What debt was counted in. */
export interface DebtPlace {
  readonly files: number;
  /** Files, or parts of them, that could not be read: what is in them is not counted. */
  readonly unread: number;
  /** Findings that a waiver or a comment in the code accepts: they are not counted among the others. */
  readonly accepted: number;
}

/** A repository's debt as a person at a terminal, a wiki or a program wants it, ending with a newline. */
export function debtReport(debt: Debt, place: DebtPlace, format: Format, terminal: Terminal): string {
  if (format === 'json') return stringify({ version: 1, ...place, ...debt });
  return format === 'markdown' ? markdown(debt, place) : text(debt, place, terminal);
}

const PARTS: readonly (readonly [title: string, key: 'rules' | 'folders' | 'owners'])[] = [
  ['rule', 'rules'],
  ['folder', 'folders'],
  ['owner', 'owners'],
];

function text(debt: Debt, place: DebtPlace, terminal: Terminal): string {
  const paint = painter(terminal);
  const tables = PARTS.map(([title, key]) => {
    const [head = '', ...rows] = terminalTable(table(title, debt[key]), terminal.width, 0);
    return [paint('bold', head), ...rows].join('\n');
  });
  const blocks = debt.total.findings === 0 ? [] : tables;
  return `${[paint('bold', summary(debt, place)), ...blocks].join('\n\n')}\n`;
}

function markdown(debt: Debt, place: DebtPlace): string {
  const tables = PARTS.map(([title, key]) => {
    const [head = [], ...rows] = table(title, debt[key]);
    return [
      `| ${head.join(' | ')} |`,
      `|${head.map((_, index) => (index === 0 ? '---|' : '---:|')).join('')}`,
      ...rows.map(([name = '', ...numbers]) => `| ${[tableCell(codeSpan(name)), ...numbers].join(' | ')} |`),
    ].join('\n');
  });
  const blocks = debt.total.findings === 0 ? [] : tables;
  return `${[`### Pipewright: ${summary(debt, place)}`, ...blocks].join('\n\n')}\n`;
}

function summary({ total }: Debt, { files, unread, accepted }: DebtPlace): string {
  const severities = SEVERITIES.filter((severity) => total.severities[severity] > 0).map(
    (severity) => `${total.severities[severity]} ${severity}`,
  );
  const found = total.findings === 0 ? 'no debt' : `${count(total.findings, 'finding')} (${severities.join(', ')})`;
  const rest = unread === 0 ? '' : `; ${count(unread, 'place')} could not be read, see \`pipewright scan\``;
  const waived = accepted === 0 ? '' : `; waived: ${accepted}`;
  return `${found} in ${count(files, 'file')}${waived}${rest}`;
}

function table(title: string, rows: readonly DebtRow[]): string[][] {
  return [
    [title, 'findings', ...SEVERITIES],
    ...rows.map(({ name, findings, severities }) => [
      name,
      String(findings),
      ...SEVERITIES.map((severity) => (severities[severity] === 0 ? '' : String(severities[severity]))),
    ]),
  ];
}
