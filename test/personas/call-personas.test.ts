import { expect, test } from '@jest/globals';
import { callPersonas } from '../../src/personas/call-personas.ts';
import { itemOwner } from '../../src/personas/item-owner.ts';
import type { ChecklistItem, Kind, Persona } from '../../src/types.ts';

function persona(name: string, kinds: readonly Kind[], rules: readonly string[]): Persona {
  const item: ChecklistItem = {
    id: 'i',
    text: 'I',
    section: 'S',
    line: 1,
    kinds,
    rules,
    partial: false,
    judge: 'rules',
  };
  return { name, title: name, path: `agents/${name}.md`, prompt: '', kinds, items: [item] };
}

const devops = persona('devops', ['workflow', 'dockerfile', 'script'], ['unpinned-uses', 'gate-non-blocking']);
const mlops = persona('mlops', ['python', 'dvc'], ['seed-removed', 'gate-non-blocking']);
const both = [devops, mlops];

const called = (kinds: readonly Kind[], wanted?: readonly string[]) =>
  callPersonas(both, new Set(kinds), wanted).map(({ name }) => name);

test('file kinds call the personas that own them', () => {
  expect(called(['workflow', 'other'])).toEqual(['devops']);
  expect(called(['dvc'])).toEqual(['mlops']);
  expect(called(['python', 'script'])).toEqual(['devops', 'mlops']);
  expect(called(['other', 'source'])).toEqual([]);
  expect(called([])).toEqual([]);
});

test('a persona asked for by name comes whatever has changed, and alone', () => {
  expect(called(['workflow', 'python'], ['mlops'])).toEqual(['mlops']);
  expect(called(['other'], ['mlops'])).toEqual(['mlops']);
  expect(called(['workflow'], ['nobody'])).toEqual([]);
});

test('a finding belongs to whoever has an item for its rule', () => {
  expect(itemOwner({ rule: 'seed-removed', kind: 'workflow' }, both)).toEqual([mlops]);
  expect(itemOwner({ rule: 'gate-non-blocking', kind: 'workflow' }, both)).toEqual(both);
});

test('a finding whose rule answers no item belongs to whoever owns the file kind', () => {
  expect(itemOwner({ rule: 'other-rule', kind: 'dockerfile' }, both)).toEqual([devops]);
  expect(itemOwner({ rule: 'other-rule', kind: 'other' }, both)).toEqual([]);
});
