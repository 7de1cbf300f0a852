import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { applyEdits } from '../src/change/apply-edits.ts';
import { check } from '../src/check/check.ts';
import { settingsSchema } from '../src/policy/settings-schema.ts';
import { actionLists } from '../src/policy/to-policy.ts';
import { pageOf, rules } from '../src/rules/index.ts';
import type { ParseOptions } from '../src/subjects/build-project.ts';
import type { Finding, Project, Rule, Run } from '../src/types.ts';
import { projectOf } from './support/project-of.ts';
import { type PageCase, type PageFile, readRulePage } from './support/rule-page.ts';

const HEADINGS = ['Bad', 'Good', 'When not to', 'References'];

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const page = readRulePage(existsSync(pageOf(rule)) ? readFileSync(pageOf(rule), 'utf8') : '');

  test('its page has the title of the rule and all headings', () => {
    expect(page.title).toBe(rule.title);
    expect(page.headings).toEqual(HEADINGS);
    expect(page.cases.map(({ section }) => section)).toEqual(expect.arrayContaining(['Bad', 'Good']));
  });

  if (page.cases.length === 0) return;

  test.each(page.cases.map((one) => [`${one.section} ${one.number}`, one] as const))(
    '%s: what is marked is found, and nothing else',
    async (_name, one) => {
      const findings = await findingsOf(rule, one);

      expect(placesOf(findings)).toEqual(marksOf(one));
    },
  );

  test('it is called fixable where it proposes fixes, and its messages have three parts', async () => {
    const found = (await Promise.all(page.cases.map((one) => findingsOf(rule, one)))).flat();

    expect(found.some((finding) => finding.fix !== undefined)).toBe(rule.fixable);
    for (const { message } of found) {
      expect(message.what).not.toBe('');
      expect(message.why).not.toBe('');
      expect(message.remedy).not.toBe('');
    }
  });

  if (rule.fixable) {
    test('its fixes turn each Bad into something healthy, and the first into the first Good', async () => {
      const bad = page.cases.filter(({ section }) => section === 'Bad');
      const good = page.cases.find(({ section }) => section === 'Good');
      const fixed = await Promise.all(bad.map((one) => fix(rule, one)));

      expect(textsOf(fixed[0])).toEqual(textsOf(good));
      for (const one of fixed) for (const finding of await findingsOf(rule, one)) expect(finding.fix).toBeUndefined();
    });
  }
});

test('rules are sorted by folder, their ids are unique and are kebab-case', () => {
  const ids = rules.map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

async function findingsOf(rule: Rule, one: PageCase): Promise<readonly Finding[]> {
  const bases = one.files.filter(({ side }) => side === 'base');
  const heads = one.files.filter(({ side }) => side === 'head');
  const project = await projectOf(
    bases.length > 0 ? texts(bases) : undefined,
    texts(heads),
    one.facts,
    settingsOf(one),
  );
  const { findings, runs } = check(project, [rule]);
  expect(runs.filter(({ state }) => state === 'failed')).toEqual([]);
  expect(notLookedAt(rule, project, runs)).toEqual([]);
  return findings.filter(({ status }) => status === 'introduced');
}

/** What the settings of a case say to rules. */
function settingsOf({ settings }: PageCase): ParseOptions {
  const { actions } = settingsSchema.parse(load(settings ?? '{}'));
  return { actions: actionLists(actions) };
}

/** An example that the rule never sees would pass whatever it does. */
function notLookedAt(rule: Rule, project: Project, runs: readonly Run[]): string[] {
  if (runs.some(({ state }) => state === 'ran' || state === 'could-not-verify')) return [];
  return project.change.files.map(({ path }) => {
    const document = project.head.documents.get(path) ?? project.base.documents.get(path);
    const problems = document?.problems.map(({ message }) => message).join(' ') ?? '';
    return `${path} is read as ${document?.kind ?? 'nothing that rules look at'}, the rule looks at ${rule.kinds.join(', ')}. ${problems}`.trim();
  });
}

function texts(files: readonly PageFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

function placesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ location }) => `${location.side} ${location.path}:${location.startLine}`))].sort();
}

function marksOf(one: PageCase): string[] {
  return one.files.flatMap(({ side, path, marked }) => marked.map((line) => `${side} ${path}:${line}`)).sort();
}

async function fix(rule: Rule, one: PageCase): Promise<PageCase> {
  const findings = await findingsOf(rule, one);
  const files = one.files.map((file) => {
    if (file.side === 'base') return file;
    const edits = findings.flatMap(({ fix, location }) =>
      (fix?.edits ?? []).filter((edit) => (edit.path ?? location.path) === file.path),
    );
    return { ...file, text: applyEdits(file.text, edits) ?? 'edits overlap' };
  });
  return { ...one, files };
}

function textsOf(one: PageCase | undefined): Record<string, string> {
  return texts((one?.files ?? []).filter(({ side }) => side === 'head'));
}
