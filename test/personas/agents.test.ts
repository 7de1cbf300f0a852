import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type LoadedPersona, loadPersona } from '../../src/personas/load-persona.ts';
import { rules } from '../../src/rules/index.ts';

const RULES = new Map(rules.map((rule) => [rule.id, rule.kinds]));

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

  test('has 12 to 60 items with ids of their own, each in a section', () => {
    expect(agent.items.length).toBeGreaterThanOrEqual(12);
    expect(agent.items.length).toBeLessThanOrEqual(60);
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

test.each([devops, mlops])('$path binds its items by its own comments alone', (agent) => {
  const byText = agent.items.filter(({ id }) => agent.bindings.get(id)?.by !== 'file').map(({ id }) => id);
  expect(byText).toEqual([]);
  const lines = readFileSync(agent.path, 'utf8').split('\n');
  for (const { id, text, line } of agent.items) expect(lines[line - 1]).toMatch(`- [ ] ${text} <!-- ${id};`);
});

test('the personas are who they say', () => {
  expect([devops.name, devops.title]).toEqual(['devops-engineer', 'DevOps engineer']);
  expect([mlops.name, mlops.title]).toEqual(['mlops-engineer', 'MLOps engineer']);
});

test('every rule answers an item', () => {
  const bound = new Set([...devops.items, ...mlops.items].flatMap(({ rules }) => rules));
  expect([...RULES.keys()].filter((rule) => !bound.has(rule))).toEqual([]);
});

test('a rule that only patterns fit answers one item', () => {
  const items = devops.items.filter((item) => item.rules.includes('aws-rds-public')).map(({ id }) => id);
  expect(items).toEqual(['network-closed']);
});
