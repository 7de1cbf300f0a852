import { plainText } from '../sanitise.ts';
import type { Finding, Review } from '../types.ts';
import { findingMessage } from './finding-message.ts';
import { groupFindings } from './group-findings.ts';
import { sortFindings } from './sort-findings.ts';

type Level = 'error' | 'warning' | 'notice';

/** The Actions runner keeps ten annotations of each type per step and cuts messages at 4,096 characters. */
const MAX_PER_LEVEL = 10;
const MAX_MESSAGE = 4096;
const MAX_TITLE = 255;
const CUT = ' … (cut here; the full review has the rest)';

/** How many annotations of a type the step has made already. */
export type Taken = Readonly<Partial<Record<Level, number>>>;

/**
 * Workflow commands that put the findings of a change on its lines: errors block, warnings matter, notices do not.
 * The worst of each type that fit, and how many do not; one command per string.
 */
export function annotations(review: Review, taken: Taken = {}): string[] {
  const { blocking, worthALook } = groupFindings(review);
  return [...top('error', blocking, taken), ...commandsBySeverity(worthALook, taken)];
}

/** The same for the findings of a scan, where nothing blocks. */
export function scanAnnotations(findings: readonly Finding[]): string[] {
  return commandsBySeverity(sortFindings(findings), {});
}

function commandsBySeverity(findings: readonly Finding[], taken: Taken): string[] {
  const light = (finding: Finding) => finding.severity === 'low' || finding.severity === 'info';
  return [
    ...top(
      'warning',
      findings.filter((finding) => !light(finding)),
      taken,
    ),
    ...top('notice', findings.filter(light), taken),
  ];
}

/** The last place says what has none. */
function top(level: Level, findings: readonly Finding[], taken: Taken): string[] {
  const room = MAX_PER_LEVEL - (taken[level] ?? 0);
  if (findings.length <= room) return findings.map((finding) => command(level, finding));
  const shown = findings.slice(0, room - 1).map((finding) => command(level, finding));
  const rest = findings.length - shown.length;
  return [...shown, `::${level}::and ${rest} more, which do not fit here. The full review has all of them.`];
}

function command(level: Level, finding: Finding): string {
  const { path, side, startLine, endLine } = finding.location;
  const gone = side === 'base';
  const properties = [
    `file=${property(path)}`,
    ...(gone ? [] : [`line=${startLine}`, `endLine=${endLine}`]),
    `title=${property(plainText(`${finding.title} (${finding.rule})`).slice(0, MAX_TITLE))}`,
  ];
  const message = findingMessage(finding.message) + (gone ? ` Was line ${startLine}.` : '');
  return `::${level} ${properties.join(',')}::${data(cut(message))}`;
}

function cut(message: string): string {
  if (message.length <= MAX_MESSAGE) return message;
  return message.slice(0, MAX_MESSAGE - CUT.length).replace(/[\ud800-\udbff]$/, '') + CUT;
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function data(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string): string {
  return data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
