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

test('what lifts the gate has an end and a reason', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  const asked = (body: string) => parseCommand(body, now);
  const end = { until: '2026-12-20', reason: 'it is known' };
  expect(asked('/pipewright accept until=30d it is known')).toEqual({ name: 'accept', ...end });
  expect(asked('/pipewright WAIVE run-as-root until=30d it is known')).toEqual({
    name: 'waive',
    subject: 'run-as-root',
    ...end,
  });
  expect(asked('/pipewright waive until=30d it is known')).toMatchObject({ name: 'misunderstood' });
  expect(asked('/pipewright accept run-as-root it is known')).toMatchObject({ name: 'misunderstood' });
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
