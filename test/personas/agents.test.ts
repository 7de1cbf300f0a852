import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type LoadedPersona, loadPersona } from '../../src/personas/load-persona.ts';
import type { Kind } from '../../src/types.ts';

const RULES = new Map<string, readonly Kind[]>([
  ['unpinned-uses', ['workflow', 'action']],
  ['template-injection', ['workflow', 'action']],
  ['excessive-permissions', ['workflow']],
  ['job-needs', ['workflow']],
  ['user-missing', ['dockerfile']],
  ['base-image-untagged', ['dockerfile']],
  ['compose-docker-socket', ['compose']],
  ['privileged-container', ['kubernetes']],
  ['readiness-probe-missing', ['kubernetes']],
  ['selector-label-mismatch', ['kubernetes']],
  ['provider-version-missing', ['terraform']],
  ['aws-security-group-public-ingress', ['terraform']],
  ['azure-network-security-public-ingress', ['terraform']],
  ['gcp-firewall-public-ingress', ['terraform']],
  ['unused-declaration', ['terraform']],
  ['split-without-seed', ['python', 'notebook']],
  ['dvc-lock-stale', ['dvc']],
  ['notebook-output-leak', ['notebook']],
  ['permissions-widened', ['workflow']],
  ['approval-removed', ['workflow']],
  ['gate-non-blocking', ['workflow']],
  ['user-removed', ['dockerfile']],
  ['prevent-destroy-removed', ['terraform']],
  ['probe-removed', ['kubernetes']],
  ['seed-removed', ['python', 'notebook']],
  ['metric-gate-weakened', ['params', 'python']],
]);

function persona(name: string): LoadedPersona {
  const path = `agents/${name}.md`;
  const loaded = loadPersona({ path, text: readFileSync(path, 'utf8') }, RULES);
  if ('problem' in loaded) throw new Error(loaded.problem);
  return loaded;
}

const devops = persona('devops-engineer');
const mlops = persona('mlops-engineer');

describe.each([devops, mlops])('$path', (agent) => {
  test('loads, and binds only rules that exist', () => {
    expect(agent.problems).toEqual([]);
  });

  test('has a core of 12 to 18 items with ids of their own, each in a section', () => {
    expect(agent.items.length).toBeGreaterThanOrEqual(12);
    expect(agent.items.length).toBeLessThanOrEqual(18);
    expect(new Set(agent.items.map(({ id }) => id)).size).toBe(agent.items.length);
    expect(agent.items.filter(({ section }) => ['', 'Checklist'].includes(section))).toEqual([]);
  });

  test('leaves to a model what rules answer only in part', () => {
    expect(agent.items.filter((item) => item.partial && item.judge !== 'model')).toEqual([]);
  });

  test('names a sign in the code for what nobody can judge', () => {
    const unjudgeable = agent.items.filter(({ judge }) => judge === 'nobody');
    expect(unjudgeable.length).toBeGreaterThan(0);
    expect(unjudgeable.filter(({ proxy }) => proxy === undefined)).toEqual([]);
  });

  test('keeps comments and checklist out of the prompt', () => {
    expect(agent.prompt).toContain('You are a senior');
    expect(agent.prompt).not.toMatch(/<!--|- \[ \]|## Checklist/);
  });
});

test('the personas are who they say', () => {
  expect([devops.name, devops.title]).toEqual(['devops-engineer', 'DevOps engineer']);
  expect([mlops.name, mlops.title]).toEqual(['mlops-engineer', 'MLOps engineer']);
});

test('every rule answers an item', () => {
  const bound = new Set([...devops.items, ...mlops.items].flatMap(({ rules }) => rules));
  expect([...RULES.keys()].filter((rule) => !bound.has(rule))).toEqual([]);
});
