import { describe, expect, test } from '@jest/globals';
import { conclude } from '../../src/policy/gate.ts';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { SETTINGS_PATH } from '../../src/policy/settings-schema.ts';
import type { FactRequest, Facts, Policy, Source } from '../../src/types.ts';

const NOW = new Date('2026-11-20T08:00:00Z');
const NAME = 'acme/.github:pipewright.yml@main';

function under(organisation: string, settings: string): Policy {
  const files = { settings: { path: SETTINGS_PATH, text: settings }, organisation: { path: NAME, text: organisation } };
  return loadPolicy(files, NOW);
}

describe('the settings of an organisation', () => {
  test('hold where the repository says nothing, and give way where it does', () => {
    const policy = under(
      'mode: observe\nmax-comments: 3\nrules: { a: low, b: low }',
      'mode: enforce\nrules: { b: high }',
    );
    expect(policy).toMatchObject({ mode: 'enforce', maxComments: 3, rules: { a: 'low', b: 'high' } });
    expect(policy.origins).toMatchObject({ mode: SETTINGS_PATH, 'max-comments': NAME, 'rules.a': NAME });
  });

  test.each([
    ['mode: advise', { mode: 'enforce' }],
    ['strictness: regular', { strictness: 'pedantic' }],
    ['on-incomplete: warn', { onIncomplete: 'block' }],
    ['gate: { severity: critical, confidence: certain }', { gate: { severity: 'medium', confidence: 'likely' } }],
    ['gate: safe', { gate: { severity: 'medium', confidence: 'likely' } }],
    ['rules: { template-injection: off }', { rules: { 'template-injection': 'high' } }],
    ['rules: { template-injection: low }', { rules: { 'template-injection': 'high' } }],
    ['ignore: ["**"]', { ignore: [] }],
    ['ratchet: false', { ratchet: true }],
    ['judge: { enabled: true, forks: true }', { judge: { enabled: true, forks: false } }],
  ])('lock what a repository may not loosen: %s', (settings, expected) => {
    const locked = `locked:
  mode: enforce
  strictness: pedantic
  gate: strict
  on-incomplete: block
  ratchet: true
  rules: { template-injection: high }
  ignore: []
  judge: { forks: false }
`;
    expect(under(locked, settings)).toMatchObject(expected);
  });

  test.each([
    ['judge: { deny: [docs/] }', { deny: ['docs/', 'secrets/**'] }],
    ['judge: { allow: [deploy/**] }', { allow: ['deploy/**'] }],
    ['judge: { allow: ["**"] }', { allow: ['deploy/**', 'ci/**'] }],
    ['mode: advise', { allow: ['deploy/**', 'ci/**'], deny: ['secrets/**'], maxTokens: 5000 }],
    ['judge: { max-tokens: 90000 }', { maxTokens: 5000 }],
    ['judge: { max-tokens: 2000 }', { maxTokens: 2000 }],
  ])('let less be sent to a model, never more: %s', (settings, judge) => {
    const locked = 'locked: { judge: { allow: [deploy/**, ci/**], deny: [secrets/**], max-tokens: 5000 } }';
    expect(under(locked, settings)).toMatchObject({ judge });
  });

  test('lock the parts of a monorepo as well', () => {
    const policy = under(
      'locked: { mode: enforce, gate: high, rules: { template-injection: high } }',
      'scopes: [{ paths: ["**"], mode: observe, gate: { severity: critical, confidence: certain }, rules: { template-injection: { severity: off, mode: advise } } }]',
    );
    expect(policy.scopes[0]).toMatchObject({
      mode: 'enforce',
      gate: { severity: 'high', confidence: 'certain' },
      rules: { 'template-injection': 'high' },
      ruleModes: { 'template-injection': 'enforce' },
    });
    expect(policy.problems.join('\n')).toContain('asks for less than acme/.github:pipewright.yml@main allows');
  });

  test('let a repository ask for more without a word', () => {
    const policy = under('locked: { mode: advise, gate: high }', 'mode: enforce\ngate: strict');
    expect(policy).toMatchObject({ mode: 'enforce', gate: { severity: 'medium' }, problems: [] });
  });

  test('blame nobody for a default below a floor', () => {
    expect(under('locked: { mode: enforce }', '')).toMatchObject({ mode: 'enforce', problems: [] });
  });

  test('hold when the file of the repository is broken', () => {
    expect(under('locked: { mode: enforce }', 'mode: [').mode).toBe('enforce');
  });
});

test('a mode from outside is meant for every part', async () => {
  const text = 'mode: advise\nscopes: [{ paths: ["a/**"], mode: enforce }]\nrules: { x: { mode: enforce } }';
  const source = { readPolicy: async () => new Map([[SETTINGS_PATH, { state: 'text', text } as const]]) };
  const nobody: Facts = { answer: async () => [] };
  const observed = await readPolicy(source, nobody, NOW, new Set(), { mode: 'observe' });
  expect([observed.scopes[0]?.mode, observed.ruleModes.x]).toEqual(['observe', 'observe']);
  const tightened = await readPolicy(source, nobody, NOW, new Set(), { mode: 'observe', onlyTighten: true });
  expect([tightened.scopes[0]?.mode, tightened.ruleModes.x]).toEqual(['enforce', 'enforce']);
});

describe('a file that settings extend', () => {
  const asked: FactRequest[] = [];
  const facts = (value: string | undefined): Facts => ({
    answer: async (requests) => {
      asked.push(...requests);
      return requests.map(() => (value === undefined ? { state: 'unknown' } : { state: 'known', value }));
    },
  });
  const policyWith = (value: string | undefined, text = `extends: ${NAME}\nmode: advise`) => {
    const source: Pick<Source, 'readPolicy'> = {
      readPolicy: async () => new Map([[SETTINGS_PATH, { state: 'text', text }]]),
    };
    return readPolicy(source, facts(value), NOW, new Set(), {});
  };

  test('is read at the ref that they name', async () => {
    expect(await policyWith('locked: { mode: enforce }')).toMatchObject({ mode: 'enforce' });
    expect(asked).toContainEqual({
      fact: 'file-at-ref',
      repository: 'acme/.github',
      path: 'pipewright.yml',
      ref: 'main',
    });
  });

  test.each([
    ['cannot be read', undefined, 'cannot be read'],
    ['is broken', 'locked: { mode: enforced }', 'is invalid in line 1'],
  ])('and that %s leaves the policy unknown: nothing is made up', async (_, value, why) => {
    const policy = await policyWith(value);
    expect(policy.unreadable).toContain(why);
    expect(policy.unreadable).toContain(NAME);
  });

  test('that cannot be read may enforce everything, so a review under it is not passed', async () => {
    const policy = await policyWith(undefined);
    const incomplete = [policy.unreadable ?? ''];
    expect(conclude({ blocking: [], enforced: [], introduced: [], incomplete, policy }).conclusion).toBe(
      'action_required',
    );
  });

  test.each([
    ['an unknown key', `extends: ${NAME}\nmodus: x\n`],
    ['a wrong value', `mode: of\nextends: "${NAME}" # floors\n`],
    ['broken YAML', `extends: ${NAME}\nmode: [\n`],
    ['broken YAML, quoted', `mode: [\nextends: '${NAME}'\n`],
  ])('keeps its floors when the settings are made invalid: %s', async (_, text) => {
    expect(await policyWith('locked: { mode: enforce }', text)).toMatchObject({ mode: 'enforce' });
    expect((await policyWith(undefined, text)).unreadable).toContain(NAME);
  });
});
