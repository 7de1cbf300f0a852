import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../src/change/apply-edits.ts';
import { diffTexts } from '../../src/change/diff-texts.ts';
import { check } from '../../src/check/check.ts';
import { composeComments } from '../../src/review/compose-comments.ts';
import { pageOf, rules } from '../../src/rules/index.ts';
import type { ChangedFile, Finding, InlineComment, Rule } from '../../src/types.ts';
import { projectOf } from '../support/project-of.ts';
import { type PageCase, type PageFile, readRulePage } from '../support/rule-page.ts';

const fixable = rules.filter((rule) => rule.fixable);

describe.each(fixable.map((rule) => [rule.id, rule] as const))('what %s suggests', (_, rule) => {
  const bad = readRulePage(readFileSync(pageOf(rule), 'utf8')).cases.filter(({ section }) => section === 'Bad');

  test.each(['a file that is added', 'a line that is changed'] as const)('in %s, applied, is its fix', async (how) => {
    for (const one of bad) {
      for (const finding of await findingsOf(rule, one)) {
        const file = one.files.find(({ path, side }) => path === finding.location.path && side === 'head');
        const comment = file && commentOn(finding, file, baseOf(file, one, how));
        if (file && comment) expectFix(file.text, comment, finding);
      }
    }
  });
});

test('nearly every rule that has fixes can suggest them in a comment', async () => {
  const silent: string[] = [];
  for (const rule of fixable) {
    const [first] = readRulePage(readFileSync(pageOf(rule), 'utf8')).cases;
    if (first === undefined) continue;
    const bodies = (await findingsOf(rule, first)).map((finding) => {
      const file = first.files.find(({ path, side }) => path === finding.location.path && side === 'head');
      return file === undefined ? '' : (commentOn(finding, file, '')?.body ?? '');
    });
    if (!bodies.some((body) => body.includes('suggestion\n'))) silent.push(rule.id);
  }
  // Their fixes are in another file than the finding.
  expect(silent.length).toBeLessThan(fixable.length / 10);
});

async function findingsOf(rule: Rule, one: PageCase): Promise<readonly Finding[]> {
  const texts = (side: PageFile['side']) =>
    Object.fromEntries(one.files.filter((file) => file.side === side).map(({ path, text }) => [path, text]));
  const hasBase = one.files.some(({ side }) => side === 'base');
  const project = await projectOf(hasBase ? texts('base') : undefined, texts('head'), one.facts);
  return check(project, [rule]).findings.filter(({ status, fix }) => status === 'introduced' && fix !== undefined);
}

/** The file before: nothing; or as the page has it, or all but the marked lines. */
function baseOf(file: PageFile, one: PageCase, how: string): string {
  if (how === 'a file that is added') return '';
  const base = one.files.find(({ path, side }) => path === file.path && side === 'base');
  return (
    base?.text ??
    file.text
      .split('\n')
      .filter((_, i) => !file.marked.includes(i + 1))
      .join('\n')
  );
}

function commentOn(finding: Finding, { path, text }: PageFile, base: string): InlineComment | undefined {
  const hunks = diffTexts(base, text) ?? [];
  const file: ChangedFile = { path, kind: finding.kind, status: base === '' ? 'added' : 'modified', hunks };
  const sources = new Map([[path, text]]);
  return composeComments({ findings: [finding], files: [file], sources, itemsOf: () => [], limit: 10 })[0];
}

/** Replaces the lines of the comment by those of its block, as GitHub does. */
function expectFix(source: string, { body, line, startLine = line, side }: InlineComment, { fix }: Finding): void {
  const [, , block] = /^(`{3,})suggestion\n([\s\S]*?)^\1$/m.exec(body) ?? [];
  if (block === undefined) return;
  expect(side).toBe('RIGHT');
  const lines = source.split('\n');
  const text = block === '' ? [] : block.replace(/\n$/, '').split('\n');
  const applied = [...lines.slice(0, startLine - 1), ...text, ...lines.slice(line)].join('\n');
  expect(applied).toBe(applyEdits(source, fix?.edits ?? []));
  // GitHub refuses a suggestion that changes nothing.
  expect(applied).not.toBe(source);
}
