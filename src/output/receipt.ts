import { canonicalJson, digestOf } from '../canonical-json.ts';
import { codeFence, visibleText } from '../sanitise.ts';
import type { Finding, Review } from '../types.ts';
import { visibleJson } from './visible-json.ts';

/** Digest of a review's receipt: the same review of the same commits by the same rules and settings has the same. */
export function receiptDigest(review: Review): string {
  return digestOf(bodyOf(review));
}

/** How a page names the receipt of the review that it shows. */
export function receiptWords(review: Review): string {
  return `Receipt: sha256 \`${receiptDigest(review)}\``;
}

/** Bytes: a check's text takes 65,535 characters. */
const MAX_TEXT = 60_000;

/** The receipt itself, below a check; undefined where it is too long, and its digest has to do. One line: nothing in it ends the fence. */
export function receiptText(review: Review): string | undefined {
  const json = canonicalJson(bodyOf(review));
  if (Buffer.byteLength(json) > MAX_TEXT || visibleText(json) !== json) return undefined;
  return `<details><summary>Receipt</summary>\n\n${codeFence('json', [json])}\n\n</details>`;
}

/** The receipt as one line of JSON with its digest, which is that of its canonical form; `now` is when it is written, and no part of the digest. */
export function receiptLine(review: Review, now: Date): string {
  const receipt = bodyOf(review);
  const line = canonicalJson({ receipt, sha256: digestOf(receipt), time: now.toISOString(), ms: review.ms });
  return `${visibleJson(line)}\n`;
}

function bodyOf(review: Review) {
  const { change, provenance, judge } = review;
  const findings = [...review.findings].sort(byFingerprint);
  return {
    version: 1,
    product: { name: 'pipewright', version: provenance.version },
    rules: provenance.rules,
    policy: provenance.policy,
    repository: change.repository,
    number: change.number ?? null,
    base: change.mergeBaseSha ?? null,
    head: change.headSha ?? null,
    policyCommit: change.policySha ?? null,
    mode: review.mode,
    conclusion: review.conclusion,
    wouldBe: review.wouldBe,
    incomplete: review.incomplete,
    verdicts: review.personas.flatMap(({ name, verdicts }) =>
      verdicts.map(({ item, outcome, by }) => ({ persona: name, item: item.id, outcome, by })),
    ),
    findings: findings.map(({ fingerprint, rule, status, severity, location }) => ({
      fingerprint,
      rule,
      status,
      severity,
      path: location.path,
      blocks: review.blocking.includes(fingerprint),
    })),
    waivers: findings.flatMap(({ fingerprint, rule, waivedBy }) =>
      waivedBy ? [{ fingerprint, rule, approver: waivedBy.who, until: waivedBy.until ?? null }] : [],
    ),
    model: {
      state: judge.state,
      name: judge.model ?? null,
      inputTokens: judge.inputTokens,
      outputTokens: judge.outputTokens,
    },
  };
}

function byFingerprint(a: Finding, b: Finding): number {
  return a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : a.status < b.status ? -1 : 1;
}
