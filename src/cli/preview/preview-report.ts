import type { Terminal } from '../../output/ansi.ts';
import { painter } from '../../output/ansi.ts';
import { count } from '../../output/count.ts';
import type { Format } from '../../output/format.ts';
import { stringify } from '../../output/json.ts';
import { terminalTable } from '../../output/terminal-table.ts';
import { plainText } from '../../sanitise.ts';
import type { GatePreview, Preview } from './preview-result.ts';

/** Merges that are shown by name; JSON has all of them. */
const SHOWN = 10;

/** What a preview says, for people or for programs, ending with a newline. */
export function previewReport(preview: Preview, format: Format, terminal: Terminal): string {
  if (format === 'json') return stringify({ version: 1, ...preview });
  const paint = painter(terminal);
  const [head = '', ...rows] = terminalTable(
    [['gate', 'stopped', 'share', 'by'], ...preview.gates.map((gate) => row(gate, preview.merges))],
    terminal.width,
    0,
  );
  const blocks = [
    `${paint('bold', `${count(preview.merges, 'merge')} since ${preview.since.slice(0, 10)}`)}, ${preview.reviewed} touch what is reviewed, ${preview.seconds.toFixed(1)} s`,
    [paint('bold', head), ...rows].join('\n'),
    modes(preview),
    ...stoppedMerges(preview, terminal),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function row({ gate, stopped, rules }: GatePreview, merges: number): string[] {
  const share = merges === 0 ? 0 : (100 * stopped.length) / merges;
  const by = rules.map(({ rule, merges: number }) => `${rule} ${number}`).join(', ');
  return [gate, String(stopped.length), `${share.toFixed(1)} %`, by === '' ? '-' : by];
}

function modes({ comments, findings, incomplete }: Preview): string {
  const asking =
    incomplete === 0 ? '' : ` ${count(incomplete, 'review')} would have been incomplete and asked for a look.`;
  return [
    'observe  stops nothing, says in the check what would have been stopped',
    `advise   stops nothing, ${count(comments, 'comment')} on lines (${count(findings, 'introduced finding')} in all)`,
    `enforce  stops what the gate stops, with the same comments.${asking}`,
  ].join('\n');
}

/** Those that the most careful gate would have stopped: somebody should look whether it would have been right. */
function stoppedMerges({ gates }: Preview, { width }: Terminal): string[] {
  const chosen = gates.find(({ stopped }) => stopped.length > 0);
  if (chosen === undefined) return [];
  const { gate, stopped } = chosen;
  const lines = stopped
    .slice(0, SHOWN)
    .map(({ sha, when, title, rules }) => [sha.slice(0, 10), when.slice(0, 10), plainText(title), rules.join(', ')]);
  const rest = stopped.length > SHOWN ? [`  and ${stopped.length - SHOWN} more: --format json has all`] : [];
  return [[`Stopped by \`${gate}\`:`, ...terminalTable(lines, width), ...rest].join('\n')];
}
