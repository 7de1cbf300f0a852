import { describe, expect, test } from '@jest/globals';
import { DockerfileParser } from 'dockerfile-ast';
import { type DockerfileView, flag, parseDockerfile } from '../../src/documents/dockerfile.ts';
import { lineStarts, sliceOf } from '../../src/documents/source-text.ts';
import { BAD_TEXTS } from './bad-texts.ts';

const view = (source: string): DockerfileView => parseDockerfile('Dockerfile', 'head', source).view;
const words = (source: string) => view(source).instructions.map((one) => one.args.map((arg) => arg.text));

const SERVICE = `# syntax=docker/dockerfile:1
# check=skip=JSONArgsRecommended
# The service
ARG VERSION=3.12
ARG REGISTRY
FROM --platform=$BUILDPLATFORM python:\${VERSION}-slim AS Base
RUN --mount=type=cache,target=/c apt-get update \\
  # inside
  && apt-get install -y "a b" \\

  --yes
USER 1000
FROM base
COPY --from=base <<one <<-two /x/
1
one
	2
	two
CMD ["a", \\
  "b\\n"]
FROM $REGISTRY/app:1@sha256:0a1b AS last
`;

describe('a Dockerfile', () => {
  test('has stages that know their image, and whose user they run as', () => {
    const { stages } = view(SERVICE);
    expect(
      stages.map((stage) => [stage.key, stage.from.image, stage.from.tag, stage.from.stageRef, stage.user?.text]),
    ).toEqual([
      ['Base', 'python:3.12-slim', '3.12-slim', undefined, '1000'],
      ['1', 'base', undefined, 0, '1000'],
      ['last', undefined, undefined, undefined, undefined],
    ]);
    expect(stages.map((stage) => sliceOf(SERVICE, stage.from.range))).toEqual([
      'python:${VERSION}-slim',
      'base',
      '$REGISTRY/app:1@sha256:0a1b',
    ]);
    expect(stages[0]?.from.platform).toBe('$BUILDPLATFORM');
    expect(stages[2]?.from.digest).toBe('sha256:0a1b');
  });

  test('knows where words, flags and heredocs stand', () => {
    for (const one of view(SERVICE).instructions) {
      expect(sliceOf(SERVICE, one.keywordRange)).toBe(one.keyword);
      for (const word of one.form === 'shell' ? one.args : []) expect(sliceOf(SERVICE, word.range)).toBe(word.text);
      for (const heredoc of one.heredocs) expect(sliceOf(SERVICE, heredoc.range)).toBe(heredoc.text);
    }
    const run = view(SERVICE).instructions.find((one) => one.keyword === 'RUN');
    expect(run?.args.map((arg) => arg.text)).toEqual(
      'apt-get update && apt-get install -y'.split(' ').concat('"a b"', '--yes'),
    );
    expect(run && flag(run, 'mount')?.value).toBe('type=cache,target=/c');
  });

  test('takes heredocs out of the arguments', () => {
    const copy = view(SERVICE).instructions.find((one) => one.keyword === 'COPY');
    expect(copy?.args.map((arg) => arg.text)).toEqual(['<<one', '<<-two', '/x/']);
    expect(copy?.heredocs.map((heredoc) => [heredoc.name, heredoc.text])).toEqual([
      ['one', '1'],
      ['two', '\t2'],
    ]);
  });

  test('reads exec form over several lines, and falls back to shell form as Docker does', () => {
    const cmd = view(SERVICE).instructions.find((one) => one.keyword === 'CMD');
    expect(cmd).toMatchObject({ form: 'exec', args: [{ text: 'a' }, { text: 'b\n' }] });
    expect(cmd?.args.map((arg) => sliceOf(SERVICE, arg.range))).toEqual(['a', 'b\\n']);
    expect(view("FROM a\nCMD ['a']").instructions[1]?.form).toBe('shell');
    expect(view('FROM a\nCMD []').instructions[1]).toMatchObject({ form: 'exec', args: [] });
  });

  test('separates directives from comments', () => {
    const { view: found, comments } = parseDockerfile('Dockerfile', 'head', SERVICE);
    expect(found.directives.map((one) => [one.name, one.value])).toEqual([
      ['syntax', 'docker/dockerfile:1'],
      ['check', 'skip=JSONArgsRecommended'],
    ]);
    expect(comments.map((one) => [one.text, sliceOf(SERVICE, one.range)])).toEqual([
      ['The service', '# The service'],
      ['inside', '# inside'],
    ]);
  });

  test('gives the shell script of RUN, offset by offset', () => {
    const run = view(SERVICE).instructions.find((one) => one.keyword === 'RUN');
    const end = (run?.script?.offset ?? 0) + (run?.script?.text.length ?? 0);
    expect(SERVICE.slice(run?.script?.offset, end)).toMatch(/^apt-get update[\s\S]*--yes$/);
    expect(run?.script?.text).not.toContain('inside');
    const scripts = (source: string) => view(source).instructions.map((one) => one.script?.text);
    expect(scripts('RUN <<EOF\necho hi\nEOF\n')).toEqual(['echo hi']);
    expect(scripts('RUN <<EOF\n#!/usr/bin/env python3\nprint()\nEOF\n')).toEqual([undefined]);
    expect(scripts('RUN ["a"]')).toEqual([undefined]);
    expect(scripts('FROM a\nSHELL ["pwsh"]\nRUN x\nFROM b\nRUN y')).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'y',
    ]);
  });

  test('reads names and values', () => {
    const pairs = (source: string) =>
      view(source).instructions.flatMap((one) => one.pairs.map((pair) => [pair.name, pair.value]));
    expect(pairs('ENV A=1 B="x y" C=a\\ b')).toEqual([
      ['A', '1'],
      ['B', 'x y'],
      ['C', 'a b'],
    ]);
    expect(pairs('ENV OLD a  b')).toEqual([['OLD', 'a b']]);
    expect(pairs('ARG X')).toEqual([['X', undefined]]);
    expect(pairs('LABEL "a.b"=\'c\'')).toEqual([['a.b', 'c']]);
  });

  test('obeys a byte order mark, CRLF and the backtick escape', () => {
    const source = '\ufeff# escape=`\r\nFROM a\r\nRUN x `\r\n  # c\r\n  C:\\ d\\\r\nUSER u\r\n';
    expect(words(source)).toEqual([['a'], ['x', 'C:\\', 'd\\'], ['u']]);
  });

  test('unfolds ONBUILD', () => {
    expect(view('FROM a\nONBUILD RUN --network=none x').instructions[1]?.onbuild).toMatchObject({
      keyword: 'RUN',
      args: [{ text: 'x' }],
      flags: [{ name: 'network', value: 'none' }],
    });
  });

  test('cuts instructions where dockerfile-ast cuts them', () => {
    const starts = lineStarts(SERVICE);
    const offset = (at: { line: number; character: number }) => (starts[at.line] ?? 0) + at.character;
    const theirs = DockerfileParser.parse(SERVICE).getInstructions();
    expect(view(SERVICE).instructions.map((one) => [one.range.start, one.range.end])).toEqual(
      theirs.map((one) => [offset(one.getRange().start), offset(one.getRange().end)]),
    );
  });
});

describe('a bad Dockerfile', () => {
  test.each([
    ['FROM a\nFOO b', 'partial', 'FOO b'],
    ['FROM', 'partial', 'FROM'],
    ['hello world', 'fatal', 'hello world'],
    ['', 'fatal', 'no instructions'],
    ['RUN x', 'partial', 'no FROM'],
    ['FROM a\n{% if x %}\nRUN b', 'skipped', 'template'],
  ])('%j is %s', (source, severity, message) => {
    const { problems } = parseDockerfile('Dockerfile', 'head', source);
    expect(problems).toMatchObject([{ severity, message: expect.stringContaining(message) }]);
  });

  test.each(BAD_TEXTS.map((text) => [JSON.stringify(text).slice(0, 30), text]))('never throws: %s', (_, source) => {
    expect(() => view(source)).not.toThrow();
    expect(() => view(`FROM a\nRUN ${source}`)).not.toThrow();
  });
});
