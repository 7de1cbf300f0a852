import { describe, expect, test } from '@jest/globals';
import { checkSummary, checkTitle } from '../../src/output/check-summary.ts';
import { cutMarkdown } from '../../src/output/cut-markdown.ts';
import { jobSummary } from '../../src/output/job-summary.ts';
import { reviewMarkdown } from '../../src/output/review-markdown.ts';
import { at, cleanReview, finding, sampleReview } from '../support/sample-review.ts';

const [devops, mlops] = sampleReview.personas;

describe("a persona's check", () => {
  const text = checkSummary(sampleReview, devops);

  test('has a title that says how far the checklist got', () => {
    expect(checkTitle(sampleReview, devops)).toBe(
      '8 of 9 items answered, 3 unmet, 1 waived, 1 not judgeable from a pull request',
    );
  });

  test('answers every item with a reason and a place', () => {
    expect(text).toContain(
      '| Deployments need an approval | **unmet** | `environment: production` removed, `.github/workflows/train.yml:41` |',
    );
    expect(text).toContain(
      '| Secrets are never committed to version control | no objection | 6 files searched, nothing found |',
    );
    expect(text).toContain('| Rollback is automated | gap | no rollback step or `--atomic` found in 3 deploy jobs |');
    expect(text).toContain('`.github/workflows/train.yml:7, 30, .github/workflows/lint.yml:5`');
  });

  test('groups items by section and counts those that do not apply', () => {
    expect([...text.matchAll(/^#### (.+)$/gm)].map((match) => match[1]).slice(0, 4)).toEqual([
      'Security',
      'Delivery',
      'Infrastructure',
      'Operations',
    ]);
    expect(text).toContain('2 items do not apply');
    expect(text).not.toContain('Charts are versioned');
  });

  test('shows its own findings only', () => {
    expect(text).toContain('`approval-removed` · high, certain');
    expect(text).not.toContain('seed-removed');
  });

  test('marks what the model answered, and keeps tables whole', () => {
    const answers = checkSummary(sampleReview, mlops);
    expect(answers).toContain('| **unmet** (model) |');
    expect(answers).toContain(
      '| Data \\| features are versioned | met | `dvc.lock` \\| pinned by `md5\\|sha`, `dvc.lock:4` |',
    );
  });
});

describe('the aggregate check', () => {
  const text = checkSummary(sampleReview);

  test('names the owners of what it found, and mentions nobody', () => {
    const owned = finding({ rule: 'unpinned-uses', location: at('a.yml', 1), owners: ['@acme/pay', '@ana'] });
    const page = checkSummary({ ...cleanReview, findings: [owned] });

    expect(page).toContain('`unpinned-uses` · medium, likely · `unpinned-uses-10` · owned by `@acme/pay` `@ana`');
  });

  test('says of what ratchet counts that it is older', () => {
    const older = finding({ rule: 'unpinned-uses', location: at('a.yml', 1), ratcheted: true });

    expect(checkSummary({ ...cleanReview, findings: [older] })).toContain('older than this change, which works on its');
  });

  test('gives the verdict and the counts', () => {
    expect(checkTitle(sampleReview)).toBe('3 changes block this merge');
    expect(text).toContain('7 introduced (1 critical, 3 high, 3 medium), 1 accepted, 1 moved, 1 older, 1 resolved.');
  });

  test('lists every finding, the older ones folded', () => {
    expect(text).toContain('#### Blocks');
    expect(text).toContain('#### Worth a look');
    expect(text).toContain('<details><summary>Older than this change: 1 finding');
    expect(text).toContain('`timeout-missing`');
  });

  test('says what observing held back', () => {
    expect(checkSummary({ ...sampleReview, mode: 'observe', conclusion: 'neutral' })).toContain(
      'Mode is observe; enforced, the conclusion would be failure.',
    );
  });

  test('says so when there is nothing', () => {
    expect(checkSummary(cleanReview)).toContain('**Nothing blocks this merge.** This change introduces no finding.');
  });

  test('fits what GitHub takes, and says that it was cut', () => {
    const findings = Array.from({ length: 2000 }, (_, line) =>
      finding({ rule: `rule-${line}`, location: at('ä.yml', line + 1) }),
    );
    const text = checkSummary({ ...sampleReview, findings });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_535);
    expect(text).toMatch(/Cut here/);
  });
});

describe('Markdown that is cut', () => {
  test('ends between lines, with fences and details closed', () => {
    const text = `<details><summary>x</summary>\n\n\`\`\`mermaid\n${'a --> b\n'.repeat(500)}\`\`\`\n\n</details>\n`;
    const cut = cutMarkdown(text, 2000);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(2000);
    expect(cut).toMatch(/a --> b\n```\n\n<\/details>\n\nCut here/);
  });

  test('is left alone when it fits', () => {
    expect(cutMarkdown('a\n', 2)).toBe('a\n');
  });
});

test('the job summary holds the whole review within a mebibyte', () => {
  expect(jobSummary(sampleReview)).toBe(reviewMarkdown(sampleReview));
  const findings = Array.from({ length: 9000 }, (_, line) =>
    finding({ rule: `rule-${line}`, location: at('a.yml', line + 1) }),
  );
  expect(Buffer.byteLength(jobSummary({ ...sampleReview, findings }))).toBeLessThanOrEqual(1024 * 1024);
});

test('the whole review as Markdown holds findings, impact and both checklists', () => {
  const text = reviewMarkdown(sampleReview);
  for (const part of [
    '### Pipewright: 3 changes',
    '#### What this change does',
    '### DevOps engineer:',
    '### MLOps engineer:',
    '`seed-removed`',
  ]) {
    expect(text).toContain(part);
  }
});
