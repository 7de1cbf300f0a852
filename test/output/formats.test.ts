import { describe, expect, test } from '@jest/globals';
import { renderReview, renderScan } from '../../src/output/format.ts';
import { annotations } from '../../src/output/github-annotations.ts';
import { reviewHtml } from '../../src/output/html.ts';
import { reviewJson, scanJson } from '../../src/output/json.ts';
import { sarif } from '../../src/output/sarif.ts';
import type { ScanResult } from '../../src/output/scan-result.ts';
import { terminalReview } from '../../src/output/terminal.ts';
import { terminalScan } from '../../src/output/terminal-scan.ts';
import { at, cleanReview, finding, sampleReview } from '../support/sample-review.ts';

const plain = { color: false, width: 100 };
const scan: ScanResult = {
  files: 3,
  ms: 12.6,
  findings: sampleReview.findings.slice(0, 3),
  accepted: [],
  problems: [{ path: 'b.yml', line: 4, message: 'The list is not closed.' }],
};

describe('JSON', () => {
  test('of a review has the fields that others rely on', () => {
    const review = JSON.parse(reviewJson(sampleReview));
    expect(review).toMatchObject({ version: 1, conclusion: 'failure', mode: 'enforce', incomplete: [] });
    expect(review.base).toBe(sampleReview.change.mergeBaseSha);
    expect(review.personas[0]).toMatchObject({ name: 'devops-engineer', conclusion: 'failure' });
    expect(review.personas[0].verdicts[1]).toMatchObject({ item: 'devops-approval', outcome: 'unmet', by: 'rules' });
    expect(review.findings[0]).toMatchObject({
      rule: 'stateful-resource-replaced',
      path: 'terraform/storage.tf',
      startLine: 12,
      status: 'introduced',
      waivedBy: null,
    });
    expect(review.findings.find((one: { rule: string }) => one.rule === 'action-not-pinned').waivedBy.who).toBe('dana');
    expect(review).toHaveProperty('comments');
    expect(review).toHaveProperty('omitted');
  });

  test('of a scan has exactly the fields that others measure with', () => {
    const result = JSON.parse(scanJson(scan));
    expect(Object.keys(result)).toEqual(['version', 'files', 'ms', 'findings', 'problems']);
    expect(Object.keys(result.findings[0])).toEqual([
      'rule',
      'path',
      'startLine',
      'endLine',
      'severity',
      'confidence',
      'message',
      'fingerprint',
    ]);
    expect(result.findings[0].message).toBe(
      'The job `deploy` no longer waits for the environment `production`. A model goes live without anyone approving it. Put `environment: production` back, or move the approval to the workflow that calls this one.',
    );
    expect(result.problems).toEqual([{ path: 'b.yml', line: 4, message: 'The list is not closed.' }]);
  });

  test('keeps paths exact and makes what is invisible in them visible', () => {
    const path = 'a\u202Eb.yml';
    const text = scanJson({ ...scan, findings: [finding({ rule: 'a', location: at(path, 1) })] });
    expect(text).toContain('a\\u202eb.yml');
    expect(JSON.parse(text).findings[0].path).toBe(path);
  });
});

describe('SARIF', () => {
  const log = JSON.parse(sarif(sampleReview));
  const run = log.runs[0];

  test('has what the format and GitHub require', () => {
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
    expect(run.tool.driver.name).toBe('Pipewright');
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.message.text).not.toBe('');
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(artifactLocation.uri).toMatch(/^[^/][^ ]*$/);
      expect(region.startLine).toBeGreaterThan(0);
      expect(result.partialFingerprints.primaryLocationLineHash).not.toBe('');
    }
    for (const rule of run.tool.driver.rules) {
      expect(rule.shortDescription.text).not.toBe('');
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
    }
  });

  test('holds what the change introduces or moves, and nothing older', () => {
    const rules = run.results.map((result: { ruleId: string }) => result.ruleId);
    expect(rules).toContain('approval-removed');
    expect(rules).toContain('secret-in-build-argument');
    expect(rules).not.toContain('timeout-missing');
    expect(rules).not.toContain('latest-tag');
  });

  test('carries waivers as suppressions', () => {
    const waived = run.results.filter((result: { suppressions?: unknown }) => result.suppressions !== undefined);
    expect(waived).toHaveLength(1);
    expect(waived[0].suppressions[0].justification).toBe('dana: own action, tags are protected');
  });
});

describe('workflow commands', () => {
  test('are errors where the gate fails, and escaped', () => {
    const nasty = finding({
      rule: 'a',
      title: 'x: y, z',
      location: at('a,b:c%.yml', 3),
      message: { what: '100 %', why: 'why', remedy: 'do' },
    });
    const [command] = annotations({
      ...sampleReview,
      findings: [nasty],
      blocking: [nasty.fingerprint],
      enforced: [nasty.fingerprint],
    });
    expect(command).toBe('::error file=a%2Cb%3Ac%25.yml,line=3,endLine=3,title=x%3A y%2C z (a)::100 %25 why do');
  });

  test('are at most ten of a type', () => {
    const findings = Array.from({ length: 30 }, (_, line) =>
      finding({ rule: 'a', location: at('a.yml', line + 1), severity: line % 2 === 0 ? 'medium' : 'low' }),
    );
    const commands = annotations({ ...sampleReview, findings, blocking: [] });
    const warnings = commands.filter((command) => command.startsWith('::warning'));
    expect(warnings).toHaveLength(10);
    expect(warnings.at(-1)).toBe('::warning::and 6 more, which do not fit here. The full review has all of them.');
    expect(commands.filter((command) => command.startsWith('::notice'))).toHaveLength(10);
    expect(annotations({ ...sampleReview, findings, blocking: [] }, { notice: 1 })).toHaveLength(19);
  });

  test('are cut where the runner would cut them, and say so', () => {
    const long = 'pear '.repeat(700);
    const wordy = finding({ rule: 'a', location: at('a.yml', 1), message: { what: long, why: long, remedy: 'do' } });
    const [command = ''] = annotations({ ...sampleReview, findings: [wordy], blocking: [] });
    const message = command.replace(/^::\w+ [^:]*::/, '');
    expect(message).toHaveLength(4096);
    expect(message).toContain('the full review has the rest');
  });

  test('do not point to a line that is gone', () => {
    const command = annotations(sampleReview).find((one) => one.includes('approval-removed'));
    expect(command).not.toContain('line=');
    expect(command).toContain('Was line 41.');
  });
});

describe('the terminal', () => {
  test('gives the verdict first and what to do next last', () => {
    const lines = terminalReview(sampleReview, plain).trimEnd().split('\n');
    expect(lines[0]).toBe('Pipewright: 3 changes block this merge');
    expect(lines.at(-1)).toBe(
      'Next: `pipewright review --fix` applies 2 safe fixes; `pipewright explain stateful-resource-replaced` says more',
    );
  });

  test('names places as editors link them', () => {
    expect(terminalReview(sampleReview, plain)).toContain(
      '  1  terraform/storage.tf:12  stateful-resource-replaced  critical, certain',
    );
  });

  test('says the same with and without colour', () => {
    const coloured = terminalReview(sampleReview, { color: true, width: 100 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken out
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(terminalReview(sampleReview, plain));
    expect(coloured).not.toBe(terminalReview(sampleReview, plain));
  });

  test.each([60, 80, 120])('aligns tables within %i columns', (width) => {
    const text = terminalReview(cleanOfHostile(), { color: false, width });
    const table = text.split('\n').filter((line) => line.includes('  →  '));
    expect(table).toHaveLength(6);
    expect(new Set(table.map((line) => line.indexOf('→'))).size).toBe(1);
    expect(Math.max(...table.map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  test('of a clean review is three lines', () => {
    expect(terminalReview(cleanReview, plain).trimEnd().split('\n')).toHaveLength(4);
  });

  test('of a scan goes by file and line, and ends with the counts', () => {
    const text = terminalScan(scan, plain);
    expect(text).toContain('src/train.py:31:1  medium  seed-removed');
    expect(text).toContain('b.yml:4  not read: The list is not closed.');
    expect(text).toContain('3 files, 3 findings (1 high, 1 medium, 1 low), 0.0 s');
  });
});

describe('the page', () => {
  const page = reviewHtml(sampleReview);

  test('stands alone: no script, nothing loaded', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe| src=| href=|url\(/i);
    expect(page).toContain("default-src 'none'");
  });

  test('shows the summary, a comment with its suggestion, and a checklist', () => {
    expect(page).toContain('<h3>Pipewright: 3 changes block this merge</h3>');
    expect(page).toContain('Suggested change');
    expect(page).toContain(
      '<tr class="plus"><td class="number"></td><td class="number"></td><td class="line">+     X_train',
    );
    expect(page).toContain('<td>Deployments need an approval</td><td><b class="bad">unmet</b></td>');
  });
});

test.each(['pretty', 'markdown', 'json', 'sarif', 'html', 'github'] as const)(
  '%s renders reviews and scans, findings or none',
  (format) => {
    expect(renderReview(sampleReview, format, plain)).toContain('seed-removed');
    expect(renderScan(scan, format, plain)).toContain('seed-removed');
    expect(renderReview(cleanReview, format, plain)).toMatch(/^$|\n$/);
    expect(renderScan({ files: 0, ms: 0, findings: [], accepted: [], problems: [] }, format, plain)).toMatch(/^$|\n$/);
  },
);

function cleanOfHostile() {
  return { ...sampleReview, notices: [], personas: [], judge: cleanReview.judge };
}
