import { plainText } from '../sanitise.ts';
import type { Finding, Location, PersonaReview, Review } from '../types.ts';
import { withoutTokens } from '../without-tokens.ts';
import { findingMessage } from './finding-message.ts';
import type { ScanResult } from './scan-result.ts';
import { sortFindings } from './sort-findings.ts';
import { visibleJson } from './visible-json.ts';

/** The review as JSON, format version 1. Paths are exact; what people cannot see is written as `\uXXXX`. */
export function reviewJson(review: Review): string {
  const { change } = review;
  return stringify({
    version: 1,
    base: change.mergeBaseSha ?? null,
    head: change.headSha ?? null,
    conclusion: review.conclusion,
    mode: review.mode,
    wouldBe: review.wouldBe,
    incomplete: review.incomplete.map(plainText),
    impact: {
      rows: review.impact.rows.map(({ location, ...row }) => ({ ...row, ...(location ? position(location) : {}) })),
      graph: review.impact.graph ?? null,
    },
    personas: review.personas.map(personaJson),
    findings: sortFindings(review.findings).map((finding) => ({ ...findingJson(finding), ...standingJson(finding) })),
    blocking: review.blocking,
    comments: review.comments,
    omitted: review.omitted,
    notices: review.notices.map(plainText),
    judge: review.judge,
    files: review.files,
    ms: Math.round(review.ms),
  });
}

/** A scan as JSON, format version 1. */
export function scanJson(result: ScanResult): string {
  return stringify({
    version: 1,
    files: result.files,
    ms: Math.round(result.ms),
    findings: sortFindings(result.findings).map(findingJson),
    problems: result.problems.map(({ path, line, message }) => ({ path, line, message: plainText(message) })),
  });
}

function personaJson(persona: PersonaReview) {
  return {
    name: persona.name,
    title: persona.title,
    conclusion: persona.conclusion,
    verdicts: persona.verdicts.map((verdict) => ({
      item: verdict.item.id,
      text: verdict.item.text,
      outcome: verdict.outcome,
      by: verdict.by,
      because: plainText(verdict.because),
      evidence: verdict.evidence.map(({ location, message }) => ({
        ...position(location),
        message: plainText(message),
      })),
      findings: verdict.findings,
    })),
  };
}

function findingJson(finding: Finding) {
  return {
    rule: finding.rule,
    path: finding.location.path,
    startLine: finding.location.startLine,
    endLine: finding.location.endLine,
    severity: finding.severity,
    confidence: finding.confidence,
    message: findingMessage(finding.message),
    fingerprint: finding.fingerprint,
    ...(finding.fix === undefined ? {} : { fix: finding.fix }),
  };
}

function standingJson(finding: Finding) {
  return {
    side: finding.location.side,
    status: finding.status,
    origin: finding.origin,
    owners: finding.owners ?? [],
    ratcheted: finding.ratcheted ?? false,
    waivedBy: finding.waivedBy ?? null,
    silencedBy: finding.silencedBy ?? null,
    related: finding.related.map(({ location, message }) => ({ ...position(location), message: plainText(message) })),
  };
}

function position({ path, side, startLine, endLine }: Location) {
  return { path, side, startLine, endLine };
}

/** JSON that shows what people cannot see, without credentials and without a command to the Actions runner; ends with a newline. */
export function stringify(value: unknown): string {
  const said = (_key: string, one: unknown) => (typeof one === 'string' ? withoutTokens(one) : one);
  return `${visibleJson(JSON.stringify(value, said, 2))}\n`;
}
