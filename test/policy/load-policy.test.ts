import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { DEFAULT_POLICY, SETTINGS_PATH, WAIVERS_PATH } from '../../src/policy/settings-schema.ts';
import { rules } from '../../src/rules/index.ts';
import type { Policy } from '../../src/types.ts';

const NOW = new Date('2026-11-20T08:00:00Z');

function settings(text: string, knownRules?: ReadonlySet<string>): Policy {
  return loadPolicy({ settings: { path: SETTINGS_PATH, text } }, NOW, knownRules);
}

function waivers(text: string): Policy {
  return loadPolicy({ waivers: { path: WAIVERS_PATH, text } }, NOW);
}

describe('settings', () => {
  test('without a file, the defaults advise and gate on what is high and certain', () => {
    expect(loadPolicy({}, NOW)).toEqual(DEFAULT_POLICY);
    expect(DEFAULT_POLICY).toMatchObject({
      mode: 'advise',
      strictness: 'regular',
      gate: { severity: 'high', confidence: 'certain' },
      onIncomplete: 'block',
      maxComments: 10,
      judge: { enabled: false },
    });
  });

  test('every key is read', () => {
    const policy = settings(
      [
        'mode: enforce',
        'strictness: pedantic',
        'gate:',
        '  severity: medium',
        '  confidence: likely',
        'on-incomplete: warn',
        'rules:',
        '  unpinned-uses: off',
        '  job-needs: critical',
        'ignore: ["vendor/**"]',
        'agents: [agents/data-engineer.md]',
        'max-comments: 3',
        'judge:',
        '  enabled: true',
        '  model: claude-opus-5-5',
        '  max-tokens: 20000',
        '  forks: true',
        '  allow: ["deploy/**"]',
        '  deny: ["**/*.tfvars"]',
      ].join('\n'),
    );
    expect(policy).toMatchObject({
      mode: 'enforce',
      strictness: 'pedantic',
      gate: { severity: 'medium', confidence: 'likely' },
      onIncomplete: 'warn',
      rules: { 'unpinned-uses': 'off', 'job-needs': 'critical' },
      ignore: ['vendor/**'],
      agents: ['agents/data-engineer.md'],
      maxComments: 3,
      judge: {
        enabled: true,
        models: ['claude-opus-5-5'],
        maxTokens: 20_000,
        forks: true,
        allow: ['deploy/**'],
        deny: ['**/*.tfvars'],
      },
      waivers: [],
      origin: SETTINGS_PATH,
      problems: [],
    });
  });

  test('one model or several are asked', () => {
    expect(settings('judge: { model: a }').judge.models).toEqual(['a']);
    expect(settings('judge: { model: [a, b] }').judge.models).toEqual(['a', 'b']);
  });

  test('what is not set keeps its default, also within judge', () => {
    const policy = settings('judge: { enabled: true }');
    expect(policy.judge).toEqual({ ...DEFAULT_POLICY.judge, enabled: true });
    expect(policy.mode).toBe('advise');
  });

  test.each([
    ['safe', 'high', 'certain'],
    ['high', 'high', 'certain'],
    ['strict', 'medium', 'likely'],
  ])('the gate may be the word %s', (word, severity, confidence) => {
    expect(settings(`gate: ${word}`).gate).toMatchObject({ severity, confidence });
  });

  test('the gate `safe` is about rules that are hardly ever wrong, all of which exist', () => {
    const { rules: safe = new Set<string>() } = settings('gate: safe').gate;
    const known = new Set(rules.map(({ id }) => id));
    expect([...safe].filter((rule) => !known.has(rule))).toEqual([]);
    expect(safe.size).toBeGreaterThan(35);
    expect(settings('gate: high').gate.rules).toBeUndefined();
  });

  test('from its day on a repository enforces', () => {
    const on = (day: string) => settings(`mode: observe\nenforce-from: ${day}`).mode;
    expect([on('2026-11-21'), on('2026-11-20'), on('2026-01-01')]).toEqual(['observe', 'enforce', 'enforce']);
  });

  test.each(['', '# nothing yet\n', '---\n', '\ufeff', '\n'.repeat(5000)])(
    'a file that says nothing is valid',
    (text) => {
      expect(settings(text)).toEqual({ ...DEFAULT_POLICY, origin: SETTINGS_PATH });
    },
  );
});

describe('invalid settings', () => {
  test('give the defaults, also for the keys that were right', () => {
    const policy = settings('mode: enforce\nstrictness: pedantc\n');
    expect({ ...policy, problems: [] }).toEqual(DEFAULT_POLICY);
    expect(policy.problems).toHaveLength(1);
  });

  test('are named with file, line, key and value, the nearest word, and the consequence', () => {
    expect(settings('# ours\nmode: enforced').problems).toEqual([
      '.github/pipewright.yml:2: `mode` is `enforced`. Did you mean `enforce`? Known: `observe`, `advise`, `enforce`. ' +
        'The defaults hold until the file is repaired on the base branch.',
    ]);
  });

  test.each([
    ['gate:\n  severity: hihg\n  confidence: certain', ':2: `gate.severity` is `hihg`. Did you mean `high`?'],
    ['gate: { severity: high }', ':1: `gate.confidence` is missing. Known: `certain`'],
    ['gate: save', ':1: `gate` is `save`. Did you mean `safe`?'],
    ['gate: constructor', ':1: `gate` is `constructor`. Known:'],
    ['rules:\n  a: high\n  unpinned-uses: false', ':3: `rules.unpinned-uses` is `false`. Did you mean `off`?'],
    ['max-comment: 3', ':1: there is no key `max-comment`. Did you mean `max-comments`?'],
    ['judge:\n  enabled: true\n  modle: x', ':3: there is no key `judge.modle`. Did you mean `model`?'],
    ['judge:\n  enabled: yes', ':2: `judge.enabled` is `yes`. It has to be `true` or `false`.'],
    ['max-comments: 900', ':1: `max-comments` is `900`. It has to be at most 50.'],
    ['max-comments: 2.5', ':1: `max-comments` is `2.5`. It has to be a whole number.'],
    ['ignore: docs', ':1: `ignore` is `docs`. It has to be a list.'],
    ['ignore:\n  - docs/\n  - [a]', ':3: `ignore.1` is a list. It has to be a text.'],
    ['ignore: [""]', ':1: `ignore.0` is ``. It must not be empty.'],
    ['mode:', ':1: `mode` is empty.'],
    ['- mode', ':1: the file is a list. It has to be a mapping of keys.'],
  ])('%j is explained', (text, problem) => {
    expect(settings(text).problems).toEqual([expect.stringContaining(`${SETTINGS_PATH}${problem}`)]);
  });

  test('YAML that cannot be read names its line', () => {
    const policy = settings('mode: enforce\nmode: advise\n');
    expect(policy.mode).toBe('advise');
    expect(policy.origin).toBe('defaults');
    expect(policy.problems[0]).toMatch(/^\.github\/pipewright\.yml:2: not valid YAML, duplicated mapping key\./);
  });

  test('every fault is named at once', () => {
    expect(settings('mode: x\nstrictness: y\nfoo: 1\nbar: 2').problems).toHaveLength(4);
  });

  test('a rule that does not exist is a problem, but the rest of the file holds', () => {
    const policy = settings('mode: enforce\nrules:\n  unpined-uses: off', new Set(['unpinned-uses']));
    expect(policy.mode).toBe('enforce');
    expect(policy.problems).toEqual([
      '.github/pipewright.yml:3: there is no rule `unpined-uses`, so the setting does nothing. Did you mean `unpinned-uses`?',
    ]);
  });
});

describe('waivers', () => {
  const entry = (lines: readonly string[]) => `- ${lines.join('\n  ')}\n`;
  const good = ['rule: approval-removed', 'path: .github/**', 'reason: moved', 'approved-by: mira'];

  test('a good entry is kept', () => {
    const policy = waivers(entry([...good, 'fingerprint: f1', 'expires: 2027-01-31']));
    expect(policy.problems).toEqual([]);
    expect(policy.waivers).toEqual([
      {
        rule: 'approval-removed',
        path: '.github/**',
        fingerprint: 'f1',
        reason: 'moved',
        approvedBy: 'mira',
        expires: '2027-01-31',
      },
    ]);
  });

  test('the list may stand under a key', () => {
    const text = `waivers:\n  - rule: a\n    reason: b\n    approved-by: c\n    expires: 2026-12-24\n`;
    expect(waivers(text).waivers).toHaveLength(1);
  });

  test('an expired entry does not hold and is a problem', () => {
    const policy = waivers(entry([...good, 'expires: 2026-11-19']));
    expect(policy.waivers).toEqual([]);
    expect(policy.problems).toEqual([
      `${WAIVERS_PATH}:1: the waiver of \`approval-removed\` expired on 2026-11-19 and no longer holds. ` +
        'Repair what it covers and remove it, or have it approved again.',
    ]);
  });

  test('an entry may last 180 days and not one more', () => {
    expect(waivers(entry([...good, 'expires: 2027-05-19'])).waivers).toHaveLength(1);
    const tooLong = waivers(entry([...good, 'expires: 2027-05-20']));
    expect(tooLong.waivers).toEqual([]);
    expect(tooLong.problems[0]).toContain('more than 180 days ahead');
  });

  test('a bad entry does not take the good ones with it', () => {
    const policy = waivers(
      entry([...good, 'expires: 2026-12-24']) + entry([...good.slice(0, 3), 'aproved-by: mira', 'expires: soon']),
    );
    expect(policy.waivers).toHaveLength(1);
    expect(policy.problems).toEqual([
      expect.stringContaining(`${WAIVERS_PATH}:6: \`approved-by\` is missing.`),
      expect.stringContaining(`${WAIVERS_PATH}:10: \`expires\` is \`soon\`. It has to be a date`),
      expect.stringContaining(`${WAIVERS_PATH}:9: there is no key \`aproved-by\`. Did you mean \`approved-by\`?`),
    ]);
  });

  test('a date that does not exist is not a date', () => {
    expect(waivers(entry([...good, 'expires: 2027-02-30'])).problems).toHaveLength(1);
  });

  test.each(['rule: a', '42', 'waivers: none', '- ['])('%j holds no waiver and says so', (text) => {
    const policy = waivers(text);
    expect(policy.waivers).toEqual([]);
    expect(policy.problems).toEqual([expect.stringContaining('No waiver in it holds.')]);
  });

  test('broken settings leave the waivers alone', () => {
    const policy = loadPolicy(
      {
        settings: { path: SETTINGS_PATH, text: 'mode: x' },
        waivers: { path: WAIVERS_PATH, text: entry([...good, 'expires: 2026-12-24']) },
      },
      NOW,
    );
    expect(policy.waivers).toHaveLength(1);
    expect(policy.problems).toHaveLength(1);
  });
});
