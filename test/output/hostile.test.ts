import { expect, test } from '@jest/globals';
import { checkSummary, checkTitle } from '../../src/output/check-summary.ts';
import { formats, renderReview } from '../../src/output/format.ts';
import { summaryMarkdown } from '../../src/output/summary-markdown.ts';
import type { Review } from '../../src/types.ts';
import { outsideCode } from '../support/outside-code.ts';
import { finding, hostile, sampleReview } from '../support/sample-review.ts';

const path = `evil/${hostile}\n::error::owned.yml`;
const location = { path, side: 'head', startLine: 3, startColumn: 1, endLine: 3, endColumn: 2 } as const;
const message = { what: `Value \`${hostile}\` ${hostile}`, why: hostile, remedy: hostile };
const poisoned: Review = {
  ...sampleReview,
  change: { ...sampleReview.change, title: hostile, body: hostile, author: hostile, repository: hostile },
  incomplete: [hostile],
  notices: [hostile],
  omitted: [{ path, reason: hostile }],
  findings: [
    finding({ rule: 'a', location, message, title: hostile, related: [{ location, message: hostile }] }),
    finding({ rule: 'b', location, message, waivedBy: { who: hostile, why: hostile, until: hostile, by: 'file' } }),
    finding({ rule: 'c', location, message, silencedBy: hostile }),
    finding({ rule: 'd', location, message, status: 'existing' }),
  ],
  impact: {
    rows: [{ topic: hostile, subject: hostile, before: hostile, after: hostile, location }],
    graph: { mermaid: 'flowchart LR\n  a["```"] --> b', text: hostile },
  },
  personas: sampleReview.personas.map((persona) => ({
    ...persona,
    title: hostile,
    verdicts: persona.verdicts.map((verdict) => ({
      ...verdict,
      item: { ...verdict.item, text: hostile, section: hostile },
      because: hostile,
      evidence: [{ location, message: hostile }],
    })),
  })),
  judge: { ...sampleReview.judge, model: hostile, reason: hostile, unplaced: [hostile] },
};

const outputs = [
  ...formats.map((format) => [format, renderReview(poisoned, format, { color: false, width: 80 })] as const),
  ['summary', summaryMarkdown(poisoned)] as const,
  ['check', checkSummary(poisoned)] as const,
  ['persona check', checkSummary(poisoned, poisoned.personas[0])] as const,
  ['title', checkTitle(poisoned, poisoned.personas[0])] as const,
];

test.each(outputs)('no text of a pull request is hidden or commands the runner: %s', (_name, text) => {
  // The file of a workflow command must be exact; the runner reads it before anybody sees it.
  const shown = text.replace(/^(::\w+ )file=.*?,line/gm, '$1');
  expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B-\u200F]/);
  expect(shown).not.toContain('##[');
  const commands = text.split('\n').filter((line) => line.trimStart().startsWith('::'));
  expect(commands.filter((line) => !/^::(?:error|warning|notice) file=evil\/[^\n]*,line=3,/.test(line))).toEqual([]);
});

test.each(outputs.filter(([name]) => ['markdown', 'summary', 'check', 'persona check'].includes(name)))(
  'no text of a pull request is an element, a link, an image or a mention: %s',
  (_name, text) => {
    const prose = outsideCode(text);
    expect(prose).not.toMatch(/<(?!\/?(?:details|summary)>)/);
    expect(prose).not.toMatch(/(?<!\w)@\w/);
    expect(prose).not.toContain('](');
    expect(prose).not.toMatch(/:\/\//);
    expect(prose).not.toMatch(/#\d/);
  },
);

test('no text of a pull request is an element of the page', () => {
  const page = renderReview(poisoned, 'html', { color: false, width: 80 });
  expect(page).not.toMatch(/<(?:script|img|a|iframe|style [^>])/);
  expect(page.match(/<\/td>/g)?.length).toBe(page.match(/<td/g)?.length);
});
