import { describe, expect, test } from '@jest/globals';
import { listIn } from '../../../src/rules/workflow/agents/list-in.ts';
import { splitOptions } from '../../../src/rules/workflow/agents/split-options.ts';

describe('options of an agent are read as its program reads them', () => {
  test('a value behind an equals sign is a word of its own', () => {
    expect(splitOptions('--sandbox=danger-full-access --max-turns 5')).toEqual([
      '--sandbox',
      'danger-full-access',
      '--max-turns',
      '5',
    ]);
  });

  test('a JSON array is a list of words', () => {
    expect(splitOptions('["--sandbox", "danger-full-access"]')).toEqual(['--sandbox', 'danger-full-access']);
  });

  test('the parentheses of a tool keep its spaces', () => {
    expect(splitOptions('--allowedTools Edit Bash(git log:*)')).toEqual(['--allowedTools', 'Edit', 'Bash(git log:*)']);
  });

  test('quotes and parentheses that nobody closes end with the text', () => {
    expect(splitOptions(`--a "b Bash(${'('.repeat(5000)}`)).toContain('--a');
  });
});

describe('lists in the settings of an agent', () => {
  test('are found at their path', () => {
    expect(listIn('{"tools": {"core": ["read_file", 7]}}', ['tools', 'core'])).toEqual(['read_file']);
  });

  test('are unknown where the settings are an expression or broken', () => {
    expect(listIn('${{ vars.SETTINGS }}', ['tools'])).toBeUndefined();
    expect(listIn('{"tools": ', ['tools'])).toBeUndefined();
    expect(listIn(undefined, ['tools'])).toBeUndefined();
    expect(listIn('{"tools": "all"}', ['tools', 'core'])).toBeUndefined();
  });
});
