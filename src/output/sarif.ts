import { plainText } from '../sanitise.ts';
import type { Finding, Location, Review, Severity } from '../types.ts';
import { findingMessage } from './finding-message.ts';
import type { ScanResult } from './scan-result.ts';
import { sortFindings } from './sort-findings.ts';

/** GitHub keeps the first 5,000 results of a run and 100 locations of a result; the worst findings come first. */
const MAX_RESULTS = 5000;
const MAX_RELATED = 100;

/** SARIF 2.1.0 of what the change introduces or moves; accepted findings carry their waiver as a suppression. */
export function sarif(review: Review): string {
  const news = review.findings.filter(({ status }) => status === 'introduced' || status === 'moved');
  return sarifLog(news, review.incomplete);
}

/** SARIF 2.1.0 of everything a scan found; what could not be read is a notification. */
export function scanSarif(result: ScanResult): string {
  const problems = result.problems.map(({ path, line, message }) => `${path}:${line}: ${message}`);
  return sarifLog(result.findings, problems);
}

function sarifLog(findings: readonly Finding[], notifications: readonly string[]): string {
  const sorted = sortFindings(findings).slice(0, MAX_RESULTS);
  const rules = [...new Map(sorted.map((finding) => [finding.rule, finding])).values()].sort((a, b) =>
    a.rule < b.rule ? -1 : 1,
  );
  const ruleIndex = new Map(rules.map((finding, index) => [finding.rule, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Pipewright', rules: rules.map(ruleDescriptor) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: notifications.length === 0,
            toolExecutionNotifications: notifications.map((text) => ({
              level: 'warning',
              message: { text: plainText(text) },
            })),
          },
        ],
        results: sorted.map((finding) => result(finding, ruleIndex.get(finding.rule) ?? 0)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** GitHub's own scale for security alerts: over 9 critical, over 7 high, over 4 medium. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '1.0',
};

function ruleDescriptor(finding: Finding) {
  const security = finding.domain === 'security' || finding.domain === 'supply-chain';
  const title = plainText(finding.title);
  return {
    id: finding.rule,
    name: finding.rule,
    shortDescription: { text: title },
    fullDescription: { text: title },
    help: { text: `pipewright explain ${finding.rule}` },
    defaultConfiguration: { level: LEVELS[finding.severity] },
    properties: {
      tags: [finding.domain, finding.kind, finding.strictness],
      precision: { certain: 'very-high', likely: 'high', heuristic: 'medium' }[finding.confidence],
      ...(security ? { 'security-severity': SECURITY_SEVERITY[finding.severity] } : {}),
    },
  };
}

function result(finding: Finding, ruleIndex: number) {
  const { related, waivedBy } = finding;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: findingMessage(finding.message) },
    locations: [location(finding.location)],
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related
            .slice(0, MAX_RELATED)
            .map((one, id) => ({ id: id + 1, ...location(one.location), message: { text: plainText(one.message) } })),
        }),
    ...(waivedBy === undefined
      ? {}
      : {
          suppressions: [
            { kind: 'external', status: 'accepted', justification: plainText(`${waivedBy.who}: ${waivedBy.why}`) },
          ],
        }),
    properties: { confidence: finding.confidence, status: finding.status, origin: finding.origin },
  };
}

function location({ path, side, startLine, startColumn, endLine, endColumn }: Location) {
  const valid = endLine > startLine || endColumn > startColumn;
  return {
    physicalLocation: {
      artifactLocation: { uri: uri(path) },
      region: { startLine, startColumn, endLine, endColumn: valid ? endColumn : startColumn },
    },
    ...(side === 'base' ? { message: { text: 'This line is in the base; the change removes it.' } } : {}),
  };
}

/** A path as a relative URI; halves of characters, which no URI can hold, are replaced. */
function uri(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
