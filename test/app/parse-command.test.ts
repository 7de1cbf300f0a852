import { expect, test } from '@jest/globals';
import { parseCommand } from '../../src/app/commands/parse-command.ts';

test('a command is the first line of a comment', () => {
  expect(parseCommand('/pipewright review')).toEqual({ name: 'review' });
  expect(parseCommand('\n  /Pipewright  EXPLAIN  run-as-root\r\nplease')).toEqual({
    name: 'explain',
    rule: 'run-as-root',
  });
  expect(parseCommand('/pipewright ignore run-as-root it is a test image')).toEqual({
    name: 'ignore',
    rule: 'run-as-root',
    reason: 'it is a test image',
  });
  expect(parseCommand('/pipewright contest no input reaches it')).toEqual({
    name: 'contest',
    reason: 'no input reaches it',
  });
});

test.each([
  'Looks good',
  '> /pipewright review',
  '```\n/pipewright review\n```',
  '/pipewrights review',
  'see /pipewright review',
])('%j is no command', (body) => expect(parseCommand(body)).toBeUndefined());

test('a reason is kept short', () => {
  const command = parseCommand(`/pipewright contest ${'x'.repeat(5000)}`);
  expect(command).toMatchObject({ name: 'contest', reason: 'x'.repeat(300) });
});
