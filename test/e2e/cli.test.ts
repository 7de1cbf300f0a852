import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runProgram } from '../support/run-program.ts';
import { type TemporaryRepository, temporaryRepository } from '../support/temporary-repository.ts';

const PIPEWRIGHT = fileURLToPath(new URL('../../bin/pipewright.js', import.meta.url));
const CI = '.github/workflows/ci.yml';
const WORKFLOW = `on: push
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - run: make
`;

let repository: TemporaryRepository;

beforeEach(() => {
  repository = temporaryRepository({ [CI]: WORKFLOW, 'README.md': 'Pears.\n' });
});

afterEach(() => repository.remove());

const pipewright = (...args: readonly string[]) =>
  runProgram(process.execPath, [PIPEWRIGHT, ...args], { cwd: repository.folder });

describe('review', () => {
  test('says what the working tree changes against main, uncommitted and untracked files included', async () => {
    repository.write({
      [CI]: WORKFLOW.replace('contents: read', 'contents: write'),
      Dockerfile: 'FROM debian:12\nUSER 1000\n',
    });

    const { code, out } = await pipewright('review', '--format', 'json');

    const review = JSON.parse(out);
    expect(code).toBe(0);
    expect(review).toMatchObject({ version: 1, conclusion: 'neutral', incomplete: [] });
    expect(review.findings).toEqual([
      expect.objectContaining({ rule: 'permissions-widened', status: 'introduced', path: CI, startLine: 3 }),
    ]);
    expect(review.impact).toBeDefined();
  });

  test('fails the gate only in mode enforce, with exit code 1', async () => {
    repository.write({ [CI]: WORKFLOW.replace('contents: read', 'contents: write') });

    expect((await pipewright('review')).code).toBe(0);
    expect((await pipewright('review', '--mode', 'enforce')).code).toBe(1);
  });

  test('names the owners of what it finds, as CODEOWNERS of main has them', async () => {
    repository.git('checkout', '-q', 'main');
    repository.write({ CODEOWNERS: '* @acme/everybody\n/.github/ @acme/platform\n' });
    repository.commit('owners');
    repository.git('checkout', '-q', 'change');
    repository.write({ CODEOWNERS: '', [CI]: WORKFLOW.replace('contents: read', 'contents: write') });

    const { out } = await pipewright('review', '--format', 'json');

    expect(JSON.parse(out).findings).toEqual([expect.objectContaining({ owners: ['@acme/platform'] })]);
  });

  test('reads the settings of main, not those of the change', async () => {
    repository.write({ '.github/pipewright.yml': 'mode: enforce\n' });
    repository.commit('settings');
    repository.git('branch', '-f', 'main', 'HEAD');
    repository.write({
      '.github/pipewright.yml': 'mode: observe\n',
      [CI]: WORKFLOW.replace('contents: read', 'contents: write'),
    });

    expect((await pipewright('review')).code).toBe(1);
  });

  test('with ratchet an older problem counts for whoever works on its line, and for nobody else', async () => {
    const uses = (version: string, step = '') => `${WORKFLOW}      - uses: pear/tree@${version}\n${step}`;
    repository.git('checkout', '-q', 'main');
    repository.write({ '.github/pipewright.yml': 'mode: enforce\nratchet: true\n', [CI]: uses('v1') });
    repository.commit('debt');
    repository.git('checkout', '-q', '-B', 'change');

    repository.write({ [CI]: uses('v1', '      - run: make test\n') });
    expect((await pipewright('review')).code).toBe(0);
    repository.write({ [CI]: uses('v2') });
    const { code, out } = await pipewright('review', '--format', 'json');

    expect(code).toBe(1);
    expect(JSON.parse(out).findings).toEqual([
      expect.objectContaining({ rule: 'unpinned-uses', status: 'introduced', ratcheted: true }),
    ]);
  });

  test('compares with the point where the branch began, not with what main became', async () => {
    repository.write({ [CI]: `${WORKFLOW}      - run: make test\n` });
    repository.commit('test');
    repository.git('checkout', '-q', 'main');
    repository.write({ [CI]: WORKFLOW.replace('contents: read', 'contents: write') });
    repository.commit('widen on main');
    repository.git('checkout', '-q', 'change');

    expect(JSON.parse((await pipewright('review', '--format', 'json')).out).findings).toEqual([]);
  });

  test('is incomplete, never passed, when a workflow can no longer be read', async () => {
    repository.write({ [CI]: `${WORKFLOW}  : : [\n` });

    const { code, out } = await pipewright('review', '--mode', 'enforce', '--format', 'json');

    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ conclusion: 'action_required', incomplete: [expect.stringContaining(CI)] });
  });

  test('--receipt writes what was reviewed and what came of it, the same digest each time', async () => {
    repository.write({ [CI]: WORKFLOW.replace('contents: read', 'contents: write') });
    const receipt = async (name: string) => {
      const ran = await pipewright('review', '--receipt', `.git/${name}`, '--format', 'markdown');
      return { ...JSON.parse(readFileSync(join(repository.folder, '.git', name), 'utf8')), printed: ran.out };
    };

    const [one, other] = [await receipt('one.json'), await receipt('other.json')];

    expect(one.receipt).toMatchObject({
      conclusion: 'neutral',
      findings: [{ rule: 'permissions-widened', blocks: true }],
    });
    expect(one.printed).toContain(one.sha256);
    expect(other.sha256).toBe(one.sha256);
    expect((await pipewright('review', '--receipt', 'no/such/folder')).code).toBe(2);
  });

  test('--staged looks at the index, --head at a commit', async () => {
    repository.write({ [CI]: WORKFLOW.replace('contents: read', 'contents: write') });
    const rulesOf = async (...args: readonly string[]) =>
      JSON.parse((await pipewright('review', '--format', 'json', ...args)).out).findings.map(
        ({ rule }: { rule: string }) => rule,
      );

    expect(await rulesOf('--staged')).toEqual([]);
    expect(await rulesOf('--head', 'change')).toEqual([]);
    repository.git('add', CI);
    expect(await rulesOf('--staged')).toEqual(['permissions-widened']);
  });

  test('--fix applies safe fixes to the working tree', async () => {
    repository.write({ [CI]: WORKFLOW.replace('permissions:\n  contents: read\n', '') });

    const { err } = await pipewright('review', '--fix');

    expect(err).toContain('1 safe fix applied to 1 file');
    expect(readFileSync(join(repository.folder, CI), 'utf8')).toBe(WORKFLOW);
  });

  test('--fix writes only below the root of the repository, whatever links lead out of it', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'pipewright-'));
    mkdirSync(join(outside, 'workflows'));
    writeFileSync(join(outside, 'workflows', 'ci.yml'), 'untouched\n');
    mkdirSync(join(repository.folder, 'sub'));
    symlinkSync(outside, join(repository.folder, 'sub', '.github'));
    repository.write({ [CI]: WORKFLOW.replace('permissions:\n  contents: read\n', '') });

    await runProgram(process.execPath, [PIPEWRIGHT, 'review', '--fix'], { cwd: join(repository.folder, 'sub') });

    expect(readFileSync(join(outside, 'workflows', 'ci.yml'), 'utf8')).toBe('untouched\n');
    expect(readFileSync(join(repository.folder, CI), 'utf8')).toBe(WORKFLOW);
  });

  test('reviews the example where there is nothing to review, and says so', async () => {
    const { code, out, err } = await pipewright('review');

    expect(code).toBe(0);
    expect(err).toContain('Nothing changed against main');
    expect(out).toContain('train.yml');
  });

  test('needs no git for that', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pipewright-'));
    const { code, err } = await runProgram(process.execPath, [PIPEWRIGHT, 'review'], {
      cwd: folder,
      env: { PATH: folder },
    });

    expect(code).toBe(0);
    expect(err).toContain('examples/churn-service');
  });

  test('starts no program that the repository names', async () => {
    repository.write({ '.gitattributes': '*.yml diff=evil\n', [CI]: `${WORKFLOW}#\n` });
    repository.git('config', 'diff.external', 'touch pwned #');
    repository.git('config', 'diff.evil.textconv', 'touch pwned; cat');
    repository.git('config', 'core.fsmonitor', 'touch pwned');

    await pipewright('review');

    expect(() => readFileSync(join(repository.folder, 'pwned'))).toThrow();
  });
});

describe('scan', () => {
  test('looks at files as they are and exits with 1 when it finds something', async () => {
    repository.write({ [CI]: `${WORKFLOW}      - uses: pear/tree@v1\n` });

    const { code, out } = await pipewright('scan', '--format', 'json');

    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ version: 1, files: 1, problems: [] });
    expect(JSON.parse(out).findings).toEqual([
      {
        rule: 'unpinned-uses',
        path: CI,
        startLine: 9,
        endLine: 9,
        severity: 'high',
        confidence: 'certain',
        message: expect.stringContaining('pear/tree@v1'),
        fingerprint: expect.any(String),
      },
    ]);
  });

  test('paths are told from the scanned folder', async () => {
    repository.write({
      [CI]: `${WORKFLOW}      - uses: pear/tree@v1\n`,
      'service/Dockerfile': 'FROM debian\nUSER 1000\n',
    });

    const { out } = await pipewright('scan', 'service', '--format', 'json');

    expect(JSON.parse(out).findings.map(({ path }: { path: string }) => path)).toEqual(['Dockerfile']);
  });

  test('of a healthy folder exits with 0', async () => {
    expect((await pipewright('scan')).code).toBe(0);
  });
});

describe('debt', () => {
  beforeEach(() => {
    repository.write({
      [CI]: `${WORKFLOW}      - uses: pear/tree@v1\n`,
      'pay/Dockerfile': 'FROM debian\nUSER 1000\n',
      CODEOWNERS: 'pay/ @acme/pay\n',
    });
  });

  test('counts what exists by rule, folder and owner, and never fails', async () => {
    const { code, out } = await pipewright('debt', '--format', 'json');

    const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name).sort();
    const debt = JSON.parse(out);
    expect(code).toBe(0);
    expect(debt.total.findings).toBe(2);
    expect(names(debt.rules)).toEqual(['base-image-untagged', 'unpinned-uses']);
    expect(names(debt.folders)).toEqual(['.github/workflows', 'pay']);
    expect(names(debt.owners)).toEqual(['@acme/pay', 'nobody']);
  });

  test('counts a part of it', async () => {
    const { out } = await pipewright('debt', 'pay', '--format', 'markdown');

    expect(out).toContain('### Pipewright: 1 finding');
    expect(out).toContain('| `@acme/pay` | 1 |');
  });
});

describe('preview', () => {
  const INJECTION = `${WORKFLOW}      - run: echo "\${{ github.event.issue.title }}"\n`.replace(
    'on: push',
    'on: issues',
  );
  const preview = async (...args: readonly string[]) =>
    JSON.parse((await pipewright('preview', '--format', 'json', ...args)).out);

  /** Main took a merge that is bad, a squash that touches nothing reviewed, and a merge that is fine. */
  beforeEach(() => {
    repository.git('checkout', '-q', 'main');
    const merge = (name: string, files: Readonly<Record<string, string>>) => {
      repository.git('checkout', '-q', '-b', name);
      repository.write(files);
      repository.commit(`work on ${name}`);
      repository.git('checkout', '-q', 'main');
      repository.git('merge', '-q', '--no-ff', '-m', `Merge ${name}`, name);
    };
    merge('bad', { [CI]: INJECTION });
    repository.write({ 'README.md': 'Plums.\n' });
    repository.commit('Squash (#2)');
    merge('fine', { [CI]: WORKFLOW, Dockerfile: 'FROM debian:12.8\nUSER 1000\n' });
    repository.git('checkout', '-q', 'change');
  });

  test('says what each gate would have stopped of what was merged, whatever is checked out', async () => {
    const told = await preview();

    expect(told).toMatchObject({ version: 1, merges: 3, reviewed: 2, incomplete: 0 });
    expect(told.gates.map(({ gate }: { gate: string }) => gate)).toEqual(['safe', 'high', 'strict', 'as set']);
    expect(told.gates[0]).toMatchObject({
      rules: [{ rule: 'template-injection', merges: 1 }],
      stopped: [{ title: 'Merge bad', rules: ['template-injection'] }],
    });
    expect(repository.git('status', '--porcelain')).toBe('');
    expect(repository.git('branch', '--show-current').trim()).toBe('change');
  });

  test('tries settings before anybody has them', async () => {
    repository.write({ 'try.yml': 'gate: safe\nrules:\n  template-injection: off\n' });

    const told = await preview('--settings', 'try.yml');

    expect(told.gates[0]).toMatchObject({ gate: 'safe', stopped: [] });
    expect(told.gates.at(-1)).toMatchObject({ gate: 'as set', stopped: [] });
  });

  test('says where a clone has too little to be replayed', async () => {
    const clone = (name: string, ...how: readonly string[]) => {
      const folder = join(repository.folder, '.git', name);
      repository.git('clone', '-q', '-b', 'main', ...how, `file://${repository.folder}`, folder);
      return folder;
    };
    repository.git('config', 'uploadpack.allowFilter', 'true');

    const shallow = await pipewright('preview', '--repo', clone('shallow', '--depth', '2'));
    const partial = await pipewright('preview', '--repo', clone('partial', '--filter', 'blob:none'));

    expect(shallow).toMatchObject({ code: 0, err: expect.stringContaining('git fetch --unshallow') });
    expect(partial).toMatchObject({ code: 2, err: expect.stringContaining('partial clone') });
  });

  test('goes back as far as it is told, and tells a person in words', async () => {
    repository.git('checkout', '-q', 'main');
    const { out } = await pipewright('preview', '--since', '1d');

    expect(out).toMatch(/^3 merges since \d{4}-\d{2}-\d{2}, 2 touch what is reviewed/);
    expect(out).toMatch(/^safe +1 +33\.3 % +template-injection 1$/m);
    expect(out).toContain('Stopped by `safe`:');
    expect(out).toContain('Merge bad');
    expect(await preview('--since', '2999-01-01')).toMatchObject({ merges: 0, reviewed: 0 });
  });
});

describe('a user who errs is told what to do', () => {
  test.each([
    [['reveiw'], 'Did you mean `review`?'],
    [['review', '--formt', 'json'], 'Did you mean `--format`?'],
    [['review', '--format', 'jsn'], 'Did you mean `json`?'],
    [['explain', 'unpined-uses'], 'Did you mean `unpinned-uses`?'],
    [['review', '--base', 'nowhere'], '`--base nowhere`'],
    [['review', '--judge'], 'ANTHROPIC_API_KEY is not set'],
    [['scan', 'nowhere'], 'nowhere cannot be scanned'],
    [['preview', '--since', 'long'], '`--since long` names no time'],
    [['preview', '--base', 'nowhere'], 'no branch `nowhere`'],
    [['preview', '--settings', 'nowhere.yml'], 'cannot be read'],
    [['debt', 'nowhere'], 'There is no `nowhere`'],
    [['debt', '--format', 'sarif'], 'no output as `sarif`'],
    [['policy', '--format', 'markdown'], '`policy` has no output as `markdown`. Use one of: pretty, json.'],
    [['rules', '--format', 'markdown'], '`rules` has no output as `markdown`. Use one of: pretty, json.'],
    [['checklists', '--format', 'sarif'], '`checklists` has no output as `sarif`. Use one of: pretty, json.'],
  ])('%j', async (args, hint) => {
    const { code, err } = await pipewright(...args);

    expect(code).toBe(2);
    expect(err).toContain(hint);
  });
});

describe('what a command does nothing with is named', () => {
  test.each([
    [
      ['rules', '--format', 'json', '--isolated'],
      '`rules` does not take `--isolated`: it changes nothing. It belongs to',
    ],
    [['explain', 'user-missing', '--format', 'json'], '`explain` does not take `--format`'],
    [['review', CI], `\`review\` does not take \`${CI}\``],
  ])('%j', async (args, sentence) => {
    const { code, err } = await pipewright(...args);

    expect(code).toBe(0);
    expect(err).toContain(sentence);
  });

  test('and nothing is said of what is heeded', async () => {
    const { err } = await pipewright('review', '--base', 'main', '--format', 'json', '--mode', 'advise');

    expect(err).not.toContain('does not take');
  });
});

test('a defect of the program ends as a review that did not run, told in few words', async () => {
  // Alone in a folder, the program does not find its grammars.
  const alone = join(repository.folder, 'cli.cjs');
  copyFileSync(fileURLToPath(new URL('../../build/cli.cjs', import.meta.url)), alone);

  const { code, err } = await runProgram(process.execPath, [alone, 'scan', CI], { cwd: repository.folder });

  expect(code).toBe(3);
  expect(err).toContain('because of a defect of Pipewright');
  expect(err).toContain('grammar could not be loaded');
  expect(err.length).toBeLessThan(5000);
});

test('rules lists every rule with what a measurement needs', async () => {
  const rules = JSON.parse((await pipewright('rules', '--format', 'json')).out);

  expect(rules.length).toBeGreaterThan(20);
  for (const rule of rules) {
    expect(Object.keys(rule)).toEqual([
      'id',
      'kinds',
      'title',
      'severity',
      'confidence',
      'strictness',
      'domain',
      'fixable',
      'change',
      'aliases',
      'docs',
    ]);
  }
});

test('explain shows the page of a rule, also by the name another analyzer gives it', async () => {
  expect((await pipewright('explain', 'DL3006')).out).toContain('base-image-untagged');
});

test('checklists lists the items of both personas', async () => {
  const items = JSON.parse((await pipewright('checklists', '--format', 'json')).out);

  expect(new Set(items.map(({ persona }: { persona: string }) => persona))).toEqual(
    new Set(['devops-engineer', 'mlops-engineer']),
  );
  for (const item of items)
    expect(Object.keys(item)).toEqual(['id', 'persona', 'text', 'section', 'line', 'kinds', 'rules', 'judge']);
});

describe('checklists of a foreign file', () => {
  const path = '.claude/agents/cloud-reviewer.md';
  const text = [
    '# Cloud review',
    '- Actions are pinned to a full commit SHA',
    '- Secrets are never hardcoded \u202e::error::@ada',
    '- The team knows',
    '- Pods have probes',
  ].join('\n');

  beforeEach(() => repository.write({ [path]: text }));

  test('says of each item who answers it, and for each rule the score and the words', async () => {
    const { out } = await pipewright('checklists', '--explain', path);
    expect(out).toContain('1.00  pinned actions: actions + pinned: unpinned-uses');
    expect(out).toContain('nobody can judge it from a change');
    expect(out).not.toMatch(/\u202e|\s::error::/);
  });

  test('gives score and reasons as JSON, and only where they are asked for', async () => {
    const explained = JSON.parse((await pipewright('checklists', path, '--explain', '--format', 'json')).out);
    expect(explained[0]).toMatchObject({
      id: 'actions-are-pinned-to-a-full-commit-sha',
      persona: 'cloud-reviewer',
      section: 'Cloud review',
      line: 2,
      judge: 'rules',
      partial: false,
      score: 1,
    });
    expect(explained[0].why[0]).toEqual({ rule: 'unpinned-uses', score: 1, why: 'pinned actions: actions + pinned' });
    expect(explained[2]).toMatchObject({ rules: [], judge: 'nobody', score: null, why: [] });
    const plain = JSON.parse((await pipewright('checklists', '--persona', path, '--format', 'json')).out);
    expect(Object.keys(plain[0])).toEqual(['id', 'persona', 'text', 'section', 'line', 'kinds', 'rules', 'judge']);
  });

  test('come with those of the repository, and a file that does not speak is named with the reason', async () => {
    repository.write({ '.claude/agents/writer.md': '- Sentences are short\n' });
    const { out } = await pipewright('checklists');
    expect(out).toContain('Cloud reviewer (.claude/agents/cloud-reviewer.md)');
    expect(out).toContain('.claude/agents/writer.md: 0 of its 1 items are about something that rules look at');
  });
});

describe('init', () => {
  const read = (path: string) => readFileSync(join(repository.folder, path), 'utf8');

  test('writes settings and a workflow once, and doctor and review find them in order', async () => {
    expect((await pipewright('init')).code).toBe(0);
    const again = await pipewright('init');
    const { code, out } = await pipewright('doctor');

    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('already there') });
    expect(code).toBe(0);
    expect(out).toContain('mode enforce');
    expect(read('.github/pipewright.yml')).toMatch(/^# yaml-language-server: \$schema=https:/);
    expect(JSON.parse((await pipewright('review', '--format', 'json')).out).findings).toEqual([]);
  });

  test('leaves what is there, unless it is told to write over it', async () => {
    repository.write({ '.github/pipewright.yml': 'mode: advise\n' });

    const { out } = await pipewright('init', '--mode', 'observe', '--action', `acme/pipewright@${'a'.repeat(40)}`);

    expect(out).toContain('Kept .github/pipewright.yml');
    expect(read('.github/pipewright.yml')).toBe('mode: advise\n');
    expect(read('.github/workflows/pipewright.yml')).toContain(`uses: acme/pipewright@${'a'.repeat(40)}`);
    await pipewright('init', '--mode', 'observe', '--force');
    expect(read('.github/pipewright.yml')).toContain('\nmode: observe\n');
  });

  test('prints the ruleset that requires the check from the App', async () => {
    const { out } = await pipewright('init', '--app-id', '123456');

    const ruleset = JSON.parse(/^\{[\s\S]*^\}/m.exec(out)?.[0] ?? '');
    expect(ruleset.rules[0].parameters.required_status_checks).toEqual([
      { context: 'Pipewright', integration_id: 123456 },
    ]);
    expect((await pipewright('init', '--app-id', 'x')).err).toContain('`--app-id x` is no number');
  });

  test('warns of a workflow that runs Pipewright on some paths only', async () => {
    const only = (paths: string) =>
      `on:\n  pull_request:\n    ${paths}: ["infra/**"]\njobs:\n  a:\n    runs-on: x\n    steps:\n`;
    repository.write({
      '.github/workflows/review.yml': `${only('paths')}      - uses: acme/pipewright@v1\n`,
      '.github/workflows/other.yml': `${only('paths')}      - uses: acme/other@v1\n`,
    });

    const { out } = await pipewright('init');

    expect(out).toContain('Careful: .github/workflows/review.yml runs Pipewright and has `paths:`');
    expect(out).not.toContain('other.yml');
  });

  test.each([[[]], [['--app-id', '5']]])(
    '--org prints valid settings with floors, a workflow, and a ruleset that watches first: %j',
    async (more) => {
      const { code, out } = await pipewright('init', '--org', ...more);

      const settings = /^# yaml-language-server[\s\S]*?(?=^# 2\.)/m.exec(out)?.[0] ?? '';
      const ruleset = JSON.parse(/^\{[\s\S]*^\}/m.exec(out)?.[0] ?? '');
      repository.write({ 'org.yml': settings, '.github/pipewright.yml': 'extends: a/b:c.yml@main\nmode: observe\n' });
      const policy = JSON.parse((await pipewright('policy', '--organisation', 'org.yml', '--format', 'json')).out);
      expect(code).toBe(0);
      expect(policy.problems).toEqual([]);
      expect(policy.values).toContainEqual({ key: 'gate', value: expect.any(String), from: 'a/b:c.yml@main' });
      expect(ruleset).toMatchObject({
        enforcement: 'evaluate',
        rules: [{ parameters: { do_not_enforce_on_create: true } }],
      });
      expect(out).toContain('name: pipewright\non:\n  pull_request:\n');
    },
  );
});

describe('--persona', () => {
  test('by file asks that persona, by an unknown name says which there are', async () => {
    repository.write({
      [CI]: WORKFLOW.replace('contents: read', 'contents: write'),
      'auditor.md':
        '---\nname: auditor\ndescription: x\n---\n\n- [ ] Tokens are small <!-- small; rules: permissions-widened -->\n',
    });

    const { personas } = JSON.parse((await pipewright('review', '--persona', 'auditor.md', '--format', 'json')).out);
    const wrong = await pipewright('review', '--persona', 'nobody');

    expect(personas).toEqual([
      expect.objectContaining({
        name: 'auditor',
        verdicts: [expect.objectContaining({ item: 'small', outcome: 'unmet' })],
      }),
    ]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('devops-engineer');
  });
});

test.each([
  ['a file of an organisation', ['--organisation', 'nowhere.yml'], '`--organisation nowhere.yml` cannot be read'],
  ['a folder', ['--repo', 'nowhere'], 'does not exist. Name a repository with --repo.'],
])('policy says what to do about %s that is not there', async (_, args, words) => {
  const { code, err } = await pipewright('policy', ...args);
  expect(code).toBe(2);
  expect(err).toContain(words);
  expect(err).not.toContain('    at ');
});
