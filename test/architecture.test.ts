import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from '@jest/globals';

const SRC = new URL('../src', import.meta.url).pathname;

/**
 * Who may import whom, by the first folder (or file) below src/. A folder may always import itself.
 * docs/architecture.md tells why.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'types.ts': [],
  'without-tokens.ts': [],
  'sanitise.ts': ['without-tokens.ts'],
  'canonical-json.ts': [],
  change: ['types.ts'],
  documents: ['types.ts', 'change'],
  subjects: ['types.ts', 'documents'],
  // The rule about our own settings asks what they mean.
  rules: ['types.ts', 'canonical-json.ts', 'documents', 'subjects', 'policy'],
  check: ['types.ts', 'change', 'documents', 'subjects'],
  gather: ['types.ts', 'change', 'documents', 'subjects'],
  impact: ['types.ts', 'documents', 'subjects'],
  personas: ['types.ts', 'sanitise.ts'],
  policy: ['types.ts', 'canonical-json.ts', 'change'],
  judge: ['types.ts', 'without-tokens.ts'],
  review: ['types.ts', 'sanitise.ts', 'change', 'policy'],
  output: ['types.ts', 'sanitise.ts', 'without-tokens.ts', 'canonical-json.ts'],
  github: ['types.ts', 'sanitise.ts', 'change'],
  local: ['types.ts', 'change'],
  queue: ['types.ts'],
  'run.ts': ['types.ts', 'subjects', 'rules', 'check', 'gather', 'impact', 'personas', 'policy', 'judge', 'review'],
  'scan.ts': ['types.ts', 'documents', 'subjects', 'rules', 'check', 'gather', 'policy', 'output'],
  cli: 'everything'.split(' '),
  action: 'everything'.split(' '),
  app: 'everything'.split(' '),
  'cli.ts': 'everything'.split(' '),
  'action.ts': 'everything'.split(' '),
  'app.ts': 'everything'.split(' '),
  'review-worker.ts': 'everything'.split(' '),
};

/** The doors, each with the files below src/ that open it. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  cli: ['cli.ts'],
  action: ['action.ts'],
  // The command line's doctor looks at the App as well.
  app: ['app.ts', 'review-worker.ts', 'cli'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
const imports = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

test('every import goes in an allowed direction', () => {
  const wrong = imports
    .filter(({ target }) => target.startsWith('.'))
    .map(({ file, target }) => ({ file, imported: relative(SRC, normalize(join(SRC, dirname(file), target))) }))
    .filter(({ file, imported }) => !isAllowed(place(file), place(imported)))
    .map(
      ({ file, imported }) =>
        `src/${file} imports src/${imported}: ${place(file)} may only import ${MAY_IMPORT[place(file)]?.join(', ')}`,
    );

  expect(wrong).toEqual([]);
});

test('every folder of src/ has its line in the table', () => {
  expect([...new Set(files.map(place))].filter((one) => !(one in MAY_IMPORT))).toEqual([]);
});

test('no rule imports the folder of another kind', () => {
  const wrong = imports
    .map(({ file, target }) => [file, relative(SRC, normalize(join(SRC, dirname(file), target)))] as const)
    .filter(
      ([file, target]) =>
        /^rules\/\w+\//.test(file) && /^rules\/\w+\//.test(target) && file.split('/')[1] !== target.split('/')[1],
    );

  expect(wrong).toEqual([]);
});

test.each([
  ['the Anthropic SDK', /^@anthropic-ai\//, /^judge\/providers\/messages-provider\.ts$/],
  ['octokit', /^@octokit\//, /^(github|app)\//],
  ['probot', /^probot$/, /^app(\.ts|\/)/],
  ['parsers', /^(js-yaml|yaml|dockerfile-ast|web-tree-sitter|@actions\/expressions)/, /^(documents|policy|personas)\//],
  ['the file system', /^node:fs/, /^(local|cli|action|app)(\.ts|\/)|^documents\/syntax-tree\//],
  ['child processes', /^node:child_process/, /^local\//],
])('only its own place imports %s', (_, library, allowed) => {
  const wrong = imports.filter(({ file, target }) => library.test(target) && !allowed.test(file));

  expect(wrong).toEqual([]);
});

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

/** The folder below src/, or the file itself. */
function place(path: string): string {
  return path.split('/')[0] ?? '';
}

function isAllowed(from: string, to: string): boolean {
  if (from === to) return true;
  const allowed = MAY_IMPORT[from] ?? [];
  if (!allowed.includes('everything')) return allowed.includes(to);
  return DOORS[to]?.includes(from) ?? true;
}
