import { describe, expect, test } from '@jest/globals';
import { questionOf } from '../../src/judge/question-of.ts';
import { GENERAL_QUESTION, QUESTIONS } from '../../src/judge/questions.ts';
import { builtInAgents } from '../../src/local/assets.ts';
import { loadPersona } from '../../src/personas/load-persona.ts';
import { rules } from '../../src/rules/index.ts';
import type { ChecklistItem } from '../../src/types.ts';

function item(id: string, text: string): ChecklistItem {
  return { id, text, section: '', line: 1, kinds: [], rules: [], partial: false, judge: 'model' };
}

test('every item of the built-in personas that a model may judge has a procedure of its own', async () => {
  const known = new Map(rules.map((rule) => [rule.id, rule.kinds]));
  const personas = (await builtInAgents()).map((file) => loadPersona(file, known));
  const items = personas.flatMap((one) => ('problem' in one ? [] : one.items));
  const askable = items.filter(({ judge, partial }) => judge === 'model' || partial);
  expect(askable.length).toBeGreaterThan(10);
  expect(askable.filter((one) => questionOf(one) === GENERAL_QUESTION).map(({ id }) => id)).toEqual([]);
});

describe('an item of a team', () => {
  test('is gone through by what it speaks of', () => {
    expect(questionOf(item('our-7', 'Every release has a tested rollback'))).toContain(
      'brings the previous version back',
    );
    expect(questionOf(item('our-8', 'Tables have a backup'))).toContain('copies it without being told to');
  });

  test('that nobody foresaw is gone through as any other', () => {
    expect(questionOf(item('our-9', 'Colours follow the brand'))).toBe(GENERAL_QUESTION);
  });
});

test('every procedure lists what it asks about', () => {
  for (const { ask } of QUESTIONS) expect(ask).toMatch(/^(?:List each|Take each) /);
});
