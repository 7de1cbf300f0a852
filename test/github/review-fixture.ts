import type { Change, Finding, InlineComment, Review } from '../../src/types.ts';

/** A review with nothing to say, and whatever the test gives it. */
export function reviewOf(change: Partial<Change>, given: Partial<Review> = {}): Review {
  return {
    change: {
      repository: 'acme/churn',
      number: 7,
      title: 'Faster',
      body: '',
      author: 'ada',
      fromFork: false,
      draft: false,
      files: [],
      truncated: false,
      ...change,
    },
    mode: 'enforce',
    conclusion: 'success',
    wouldBe: 'success',
    incomplete: [],
    findings: [],
    blocking: [],
    enforced: [],
    personas: [],
    impact: { rows: [] },
    comments: [],
    omitted: [],
    notices: [],
    owners: [],
    provenance: { version: '0.1.0', rules: '', policy: '' },
    judge: { state: 'off', inputTokens: 0, outputTokens: 0, unplaced: [] },
    files: 1,
    ms: 1,
    ...given,
  };
}

/** An introduced finding on a line. */
export function findingAt(line: number, given: Partial<Finding> = {}): Finding {
  return {
    rule: 'root-user',
    title: 'The container runs as root',
    kind: 'dockerfile',
    severity: 'high',
    confidence: 'certain',
    strictness: 'regular',
    domain: 'security',
    location: { path: 'Dockerfile', side: 'head', startLine: line, startColumn: 1, endLine: line, endColumn: 5 },
    message: { what: 'No `USER`.', why: 'Root may do everything.', remedy: 'Add `USER node`.' },
    key: 'stage 0',
    anchor: 'FROM node:22',
    related: [],
    origin: 'rule',
    status: 'introduced',
    fingerprint: `f${line}`,
    ...given,
  };
}

/** A comment for the finding of that line. */
export function commentAt(line: number, given: Partial<InlineComment> = {}): InlineComment {
  return {
    fingerprint: `f${line}`,
    path: 'Dockerfile',
    side: 'RIGHT',
    line,
    body: `**Problem on line ${line}.** Why.`,
    ...given,
  };
}

/** A failing review with a comment on each line. */
export function failingReview(change: Partial<Change>, lines: readonly number[]): Review {
  return reviewOf(change, {
    conclusion: 'failure',
    wouldBe: 'failure',
    findings: lines.map((line) => findingAt(line)),
    blocking: lines.map((line) => `f${line}`),
    enforced: lines.map((line) => `f${line}`),
    comments: lines.map((line) => commentAt(line)),
  });
}
