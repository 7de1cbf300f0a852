import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { VARIABLES } from '../src/app/settings/variables.ts';
import { check } from '../src/check/check.ts';
import { settingsSchema, waiverSchema } from '../src/policy/settings-schema.ts';
import { rules } from '../src/rules/index.ts';
import { projectOf } from './support/project-of.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const pages = ['', 'docs', 'examples'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  const broken = links.filter((link) => !/^https?:/.test(link)).filter((link) => !leadsSomewhere(page, link));

  expect(broken).toEqual([]);
});

test.each(pages)('every path that %s names exists', (page) => {
  const named = [...read(page).matchAll(/\b(?:src|test|scripts|bench|agents)\/[\w./-]*\w/g)].map(([path]) => path);
  const missing = named.filter((path) => !EXAMPLES.has(path) && !existsSync(join(ROOT, path)));

  expect(missing).toEqual([]);
});

/** What the pages make up, or what stands in the example. */
const EXAMPLES = new Set([
  'src/rules/docker/shell-form-entrypoint.ts',
  'src/rules/docker/shell-form-entrypoint.md',
  'agents/data-platform.md',
  'src/train.py',
]);

test('every setting is explained', () => {
  const { judge } = settingsSchema.shape;
  const keys = [
    ...Object.keys(settingsSchema.shape),
    ...Object.keys(judge.unwrap().shape).map((key) => `judge.${key}`),
    ...Object.keys(waiverSchema.shape),
  ];

  expect(keys.filter((key) => !read('docs/configuration.md').includes(`\`${key}\``))).toEqual([]);
});

test('every input and output of the Action is explained', () => {
  const action = load(read('action.yml')) as { readonly inputs: object; readonly outputs: object };
  const names = [...Object.keys(action.inputs), ...Object.keys(action.outputs)];

  expect(names.filter((name) => !read('docs/action.md').includes(`| \`${name}\``))).toEqual([]);
});

test.each(['docs/action.md', 'README.md'])(
  'our own review has nothing to say about the workflows of %s',
  async (page) => {
    const blocks = [...read(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
    const workflows = blocks.filter((block) => /^jobs:/m.test(block));
    const files = workflows.map((text, index) => [`.github/workflows/${index}.yml`, text]);
    const { findings } = check(await projectOf(undefined, Object.fromEntries(files)), rules);

    expect(files.length).toBeGreaterThan(0);
    const said = findings.filter(({ silencedBy, waivedBy, rule }) => !silencedBy && !waivedBy && !TASTE.has(rule));
    expect(said.map(({ rule }) => rule)).toEqual([]);
  },
);

/** Pedantic rules that short examples do without. */
const TASTE = new Set(['anonymous-definition', 'concurrency-limits', 'undocumented-permission']);

test('every environment variable of the App is explained', () => {
  expect(Object.keys(VARIABLES).filter((name) => !read('docs/app.md').includes(`| \`${name}\``))).toEqual([]);
});

test('the README begins with the two commands that work on a fresh machine', () => {
  expect(read('README.md')).toContain('\n    npm ci && npm run review\n');
  expect(read('README.md')).toContain('\n    npm ci && npm test\n');
});

test('the README counts the dependencies right', () => {
  const { dependencies } = JSON.parse(read('package.json'));
  const locked: readonly (readonly [string, { readonly dev?: boolean }])[] = Object.entries(
    JSON.parse(read('package-lock.json')).packages,
  );
  const installed = locked.filter(([path, { dev }]) => path !== '' && !dev);

  expect(read('README.md')).toContain(
    `${Object.keys(dependencies).length} dependencies in \`package.json\`, ${installed.length} packages in all`,
  );
});

test('every command line that the documentation shows is one that the help lists', () => {
  const shown = pages.flatMap((page) => [...read(page).matchAll(/^ {4}pipewright (\w+)/gm)].map((match) => match[1]));
  const help = read('src/cli/help.ts');

  expect(shown.filter((command) => !new RegExp(`\\b${command}\\b`).test(help))).toEqual([]);
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(ROOT, target))) return false;
  return anchor === undefined || anchorsOf(read(target)).includes(anchor);
}

/** As GitHub makes them of headings. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
