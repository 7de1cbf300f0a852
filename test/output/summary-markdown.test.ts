import { describe, expect, test } from '@jest/globals';
import { summaryMarkdown } from '../../src/output/summary-markdown.ts';
import type { Review } from '../../src/types.ts';
import { at, cleanReview, finding, hostile, sampleReview } from '../support/sample-review.ts';

describe('the summary comment', () => {
  const text = summaryMarkdown(sampleReview);

  test('says first how many changes block, then which, where and what to do', () => {
    expect(text).toMatch(
      /^### Pipewright: 3 changes block this merge\n\n\*\*Blocks\*\*\n1\. `terraform\/storage\.tf:12`: Renaming/,
    );
    expect(text).toContain('→ Restore `0.82`');
    expect(text).toContain('an entry for `stateful-resource-replaced` in `.github/pipewright-waivers.yml`');
  });

  test('says of something removed that its line is in the base', () => {
    expect(text).toContain('`.github/workflows/train.yml:41` (before): The job `deploy` no longer waits');
  });

  test('lists the rest, who accepted what, the impact, and a line per persona', () => {
    expect(text).toContain(
      '- `src/train.py:31`: `train_test_split(X, y, test_size=0.2)` lost `random_state=42`. `seed-removed`',
    );
    expect(text).toContain('accepted by `dana` until 2027-03-01');
    expect(text).toContain('| model gate `min_auc` | 0.82 | 0.75 |');
    expect(text).toContain('DevOps engineer: 8 of 9 items answered, 3 unmet');
    expect(text).toContain('MLOps engineer: 4 of 5 items answered, 3 unmet, 1 undecided');
  });

  test('does not mention what was wrong before', () => {
    expect(text).not.toContain('timeout-missing');
  });

  test('gives the graph in words too', () => {
    expect(text).toContain('```mermaid\nflowchart LR');
    expect(text).toContain('evaluate ⇢ deploy (no longer required)');
  });

  test('calls nothing blocked what is not enforced', () => {
    const advised = summaryMarkdown({ ...sampleReview, mode: 'advise', conclusion: 'neutral' });
    expect(advised).toContain('3 changes would block this merge');
    expect(advised).toContain('**Would block** (mode is advise)');
  });

  test('groups what it found by owner where the change touches paths of several, and mentions nobody', () => {
    const owned = (owners: readonly string[], path: string) =>
      finding({ rule: 'unpinned-uses', location: at(path, 1), ...(owners.length > 0 ? { owners } : {}) });
    const findings = [
      owned(['@acme/pay', '@ana'], 'pay/a.yml'),
      owned(['@acme/web'], 'web/b.yml'),
      owned(['@acme/pay', '@ana'], 'pay/c.yml'),
      owned([], 'z.yml'),
    ];
    const review: Review = { ...cleanReview, findings, owners: [['@acme/pay', '@ana'], ['@acme/web']] };

    const grouped = summaryMarkdown(review);

    expect(grouped.match(/^ *- `.*?`|^- no owner/gm)).toEqual([
      '- `@acme/pay`',
      '   - `pay/a.yml:1`',
      '   - `pay/c.yml:1`',
      '- `@acme/web`',
      '   - `web/b.yml:1`',
      '- no owner',
      '   - `z.yml:1`',
    ]);
    expect(grouped).toContain('- `@acme/pay` `@ana`\n');
    expect(summaryMarkdown({ ...review, owners: [['@acme/pay', '@ana']] })).not.toContain('@acme');
  });

  test('keeps to its lines with an owner for every finding', () => {
    const findings = Array.from({ length: 80 }, (_, index) =>
      finding({ rule: 'unpinned-uses', location: at(`${index}/a.yml`, 1), owners: [`@acme/${index}`] }),
    );
    const blocking = findings.slice(0, 40).map(({ fingerprint }) => fingerprint);
    const owners = findings.map((one) => one.owners ?? []);

    const long = summaryMarkdown({ ...sampleReview, findings, blocking, enforced: blocking, owners });

    expect(long.split('\n').length).toBeLessThanOrEqual(60);
  });

  test('is one line when there is nothing to say', () => {
    expect(summaryMarkdown(cleanReview)).toBe('### Pipewright: nothing blocks this merge');
  });

  test('says that a review is not complete before anything else', () => {
    const review: Review = {
      ...cleanReview,
      conclusion: 'action_required',
      incomplete: ['The change has more files than GitHub lists.'],
    };
    expect(summaryMarkdown(review)).toMatch(
      /^### Pipewright: the review is not complete\n\n\*\*Not complete\*\*\n- The change/,
    );
  });

  test('never has more than 60 lines', () => {
    const text = summaryMarkdown(enormous());
    expect(text.split('\n').length).toBeLessThanOrEqual(60);
    expect(text).toMatch(/and \d+ more in the check/);
    expect(text).toContain('**What this change does**');
  });
});

/** Every section longer than its share. */
function enormous(): Review {
  const many = Array.from({ length: 80 }, (_, index) => index + 1);
  const findings = many.map((line) =>
    finding({ rule: `rule-${line}`, location: at(`a/${line}.yml`, line), severity: 'high' }),
  );
  const accepted = { who: 'dana', why: hostile, by: 'file' as const };
  return {
    ...sampleReview,
    incomplete: many.map((number) => `reason ${number}`),
    findings: findings.map((one, index) => (index % 3 === 0 ? { ...one, waivedBy: accepted } : one)),
    blocking: findings.filter((_, index) => index % 3 === 1).map(({ fingerprint }) => fingerprint),
    personas: many.flatMap(() => sampleReview.personas.slice(0, 1)),
    impact: { ...sampleReview.impact, rows: many.flatMap(() => sampleReview.impact.rows.slice(0, 1)) },
    notices: many.map((number) => `notice ${number}`),
    omitted: many.map((number) => ({ path: `o/${number}`, reason: 'binary' })),
    judge: { ...sampleReview.judge, unplaced: many.map((number) => `remark ${number}`) },
  };
}
