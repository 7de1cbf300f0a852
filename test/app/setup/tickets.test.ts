import { expect, test } from '@jest/globals';
import { createTickets } from '../../../src/app/setup/tickets.ts';

test('a token is good for an hour, and until an App was made', () => {
  let now = 0;
  const tickets = createTickets(() => now);
  const state = tickets.newState();
  expect(tickets.admits(tickets.token)).toBe(true);
  now = 60 * 60_000;
  expect(tickets.admits(tickets.token)).toBe(false);
  expect(tickets.takeState(state)).toBe(false);
  const others = createTickets();
  others.close();
  expect(others.admits(others.token)).toBe(false);
});

test('a state is good once', () => {
  const tickets = createTickets();
  const state = tickets.newState();
  expect(tickets.takeState(state)).toBe(true);
  expect(tickets.takeState(state)).toBe(false);
});
