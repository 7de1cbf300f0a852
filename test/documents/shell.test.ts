import { beforeAll, describe, expect, test } from '@jest/globals';
import { invokedWords, parseShell, type ShellCommand } from '../../src/documents/shell.ts';
import { loadGrammars } from '../../src/documents/syntax-tree.ts';
import { BAD_TEXTS } from './bad-texts.ts';

beforeAll(() => loadGrammars(['bash']));

const commands = (source: string): readonly ShellCommand[] => parseShell(source).commands;
const line = (command: ShellCommand | undefined) => command?.words.map((word) => word.text).join(' ');
const lines = (source: string) => commands(source).map(line);
const named = (source: string, name: string) => commands(source).find((one) => one.words[0]?.text === name);

describe('a script', () => {
  test('is its simple commands in order, wherever they stand', () => {
    const source =
      'if ! grep x f; then a; fi\nfor i in 1 2; do b; done\n(c; d) &\nx=$(e)\nf() { g; }\ncase $y in z) h;; esac\n[[ -f k ]] && i\n`j`\n';
    expect(lines(source)).toEqual(['grep x f', 'a', 'b', 'c', 'd', '', 'e', 'g', 'h', '[[ -f k ]]', 'i', '`j`', 'j']);
  });

  test('has words without quotes that know their place and whether they are certain', () => {
    const source = `curl -fsSL 'a b' "c $x" foo\\ bar a"b"'c' \${{ github.actor }}`;
    const [command] = commands(source);
    expect(command?.words.map((word) => [word.text, word.hasExpansion])).toEqual([
      ['curl', false],
      ['-fsSL', false],
      ['a b', false],
      ['c $x', true],
      ['foo bar', false],
      ['abc', false],
      ['${{ github.actor }}', true],
    ]);
    expect(command?.words.map((word) => source.slice(word.range.start, word.range.end)).join(' ')).toBe(source);
  });

  test('moves ranges to where the script starts in its file', () => {
    expect(parseShell('a b', 100).commands[0]).toMatchObject({ range: { start: 100, end: 103 } });
  });

  test('knows pipelines, negation, conditions and forgiven failures', () => {
    const source = 'curl x | sh || true\n! a && b\nc || echo failed\nd || exit 1\ne || :\n$(f)\n';
    expect(named(source, 'sh')).toMatchObject({ pipelineIndex: 1, pipelineLength: 2, followedByOrTrue: true });
    expect(named(source, 'a')).toMatchObject({ negated: true, inCondition: true });
    expect(named(source, 'b')).toMatchObject({ negated: false, inCondition: false, followedByOrTrue: false });
    expect(named(source, 'c')).toMatchObject({ followedByOrTrue: true });
    expect(named(source, 'd')).toMatchObject({ followedByOrTrue: false });
    expect(named(source, 'e')).toMatchObject({ followedByOrTrue: true });
    expect(named(source, 'f')).toMatchObject({ inSubstitution: true });
  });

  test('knows assignments and redirects', () => {
    const source = 'A=1 B="$x" run > out 2>&1\nexport C=d\nE=f\ncat <<EOF >> file\nbody\nEOF\n';
    expect(named(source, 'run')?.assignments.map((one) => [one.name, one.value?.text])).toEqual([
      ['A', '1'],
      ['B', '$x'],
    ]);
    expect(named(source, 'run')?.redirects.map((one) => [one.operator, one.target?.text])).toEqual([
      ['>', 'out'],
      ['>&', '1'],
    ]);
    expect(named(source, 'export')?.assignments).toMatchObject([{ name: 'C' }]);
    expect(named(source, 'cat')?.redirects.map((one) => one.operator)).toEqual(['<<', '>>']);
    const { heredocs } = parseShell(source);
    expect(heredocs.map((range) => source.slice(range.start, range.end).trim())).toEqual(['body']);
  });

  test.each([
    ['set -euo pipefail', { errexit: true, pipefail: true, nounset: true, xtrace: false }],
    ['set -o errexit -o pipefail', { errexit: true, pipefail: true, nounset: false, xtrace: false }],
    ['#!/bin/bash -ex\na', { errexit: true, pipefail: false, nounset: false, xtrace: true }],
    ['#!/usr/bin/env bash\nset +e', { errexit: false, pipefail: false, nounset: false, xtrace: false }],
  ])('knows its options: %s', (source, options) => {
    expect(parseShell(source).options).toEqual(options);
  });

  test.each([
    ['sudo -E -u root env A=1 apt-get install x', 'apt-get'],
    ['time nice -n 5 make', 'make'],
    ['sudo', 'sudo'],
    ['plain', 'plain'],
  ])('knows what %s really runs', (source, name) => {
    expect(invokedWords(commands(source)[0] as ShellCommand)[0]?.text).toBe(name);
  });

  test.each(BAD_TEXTS.map((text) => [JSON.stringify(text).slice(0, 30), text]))('never throws: %s', (_, source) => {
    expect(() => parseShell(source)).not.toThrow();
  });
});
