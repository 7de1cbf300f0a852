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

/**
 * Workflow commands that put the findings of a change on its lines: errors block, warnings matter, notices do not.
 * The worst ten of each type; one command per string.
 */
export function annotations(review: Review): string[] {
  const { blocking, worthALook } = groupFindings(review);
  return [...top('error', blocking), ...commandsBySeverity(worthALook)];
}

/** The same for the findings of a scan, where nothing blocks. */
export function scanAnnotations(findings: readonly Finding[]): string[] {
  return commandsBySeverity(sortFindings(findings));
}

function commandsBySeverity(findings: readonly Finding[]): string[] {
  const light = (finding: Finding) => finding.severity === 'low' || finding.severity === 'info';
  return [
    ...top(
      'warning',
      findings.filter((finding) => !light(finding)),
    ),
    ...top('notice', findings.filter(light)),
  ];
}

function top(level: Level, findings: readonly Finding[]): string[] {
  return findings.slice(0, MAX_PER_LEVEL).map((finding) => command(level, finding));
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
  return `::${level} ${properties.join(',')}::${data(message.slice(0, MAX_MESSAGE))}`;
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function data(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string): string {
  return data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
