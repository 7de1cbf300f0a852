import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../src/canonical-json.ts';
import { checkSummary } from '../../src/output/check-summary.ts';
import { receiptDigest, receiptLine } from '../../src/output/receipt.ts';
import { policyDigest } from '../../src/policy/policy-digest.ts';
import { DEFAULT_POLICY } from '../../src/policy/settings-schema.ts';
import { sampleReview } from '../support/sample-review.ts';

const NOW = new Date('2026-11-20T12:00:00Z');

describe('the receipt of a review', () => {
  test('is one line of canonical JSON, whose digest anybody can make again', () => {
    const line = receiptLine(sampleReview, NOW);
    const { receipt, sha256, time, ms } = JSON.parse(line);

    expect(line).toBe(`${canonicalJson(JSON.parse(line))}\n`);
    expect(sha256).toBe(createHash('sha256').update(canonicalJson(receipt)).digest('hex'));
    expect({ time, ms }).toEqual({ time: '2026-11-20T12:00:00.000Z', ms: 312.4 });
  });

  test('says what was reviewed, by what, and what came of it', () => {
    const { receipt } = JSON.parse(receiptLine(sampleReview, NOW));

    expect(receipt).toMatchObject({
      version: 1,
      product: { name: 'pipewright', version: '0.1.0' },
      repository: 'acme/churn',
      number: 128,
      base: sampleReview.change.mergeBaseSha,
      head: sampleReview.change.headSha,
      policyCommit: sampleReview.change.policySha,
      conclusion: 'failure',
      model: { state: 'ran', name: 'claude-sonnet-5-5', inputTokens: 6210, outputTokens: 412 },
    });
    expect(receipt.waivers).toContainEqual(expect.objectContaining({ approver: 'dana', until: '2027-03-01' }));
    expect(receipt.verdicts).toContainEqual(expect.objectContaining({ persona: 'devops-engineer', by: 'rules' }));
    expect(receipt.findings).toHaveLength(sampleReview.findings.length);
  });

  test('has the same digest at another time and in another order, and another one for another outcome', () => {
    const digest = receiptDigest(sampleReview);

    expect(receiptDigest({ ...sampleReview, ms: 1, findings: [...sampleReview.findings].reverse() })).toBe(digest);
    expect(receiptDigest({ ...sampleReview, conclusion: 'success' })).not.toBe(digest);
    expect(receiptDigest({ ...sampleReview, findings: sampleReview.findings.slice(1) })).not.toBe(digest);
  });

  test('is named in the check by its digest', () => {
    expect(checkSummary(sampleReview)).toContain(`Receipt: sha256 \`${receiptDigest(sampleReview)}\``);
  });
});

test('canonical JSON has no white space and sorts keys and sets', () => {
  expect(canonicalJson({ b: [2, { d: 1, c: undefined }], a: new Set(['y', 'x']) })).toBe(
    '{"a":["x","y"],"b":[2,{"d":1}]}',
  );
});

describe('the digest of a policy', () => {
  const digest = policyDigest(DEFAULT_POLICY);

  test('changes with what is asked for', () => {
    expect(policyDigest({ ...DEFAULT_POLICY, mode: 'enforce' })).not.toBe(digest);
    const gate = { ...DEFAULT_POLICY.gate, rules: new Set(['a']) };
    expect(policyDigest({ ...DEFAULT_POLICY, gate })).not.toBe(
      policyDigest({ ...DEFAULT_POLICY, gate: { ...gate, rules: new Set(['b']) } }),
    );
  });

  test('does not change with where it was written', () => {
    expect(policyDigest({ ...DEFAULT_POLICY, origin: 'x', origins: { mode: 'x' }, problems: ['x'] })).toBe(digest);
  });
});
