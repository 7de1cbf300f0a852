import { expect, test } from '@jest/globals';
import { failureReason } from '../../src/github/requests/failure-reason.ts';
import { requestBudget } from '../../src/github/requests/request-budget.ts';

test('an error of GitHub is told by its status and path, without the query', () => {
  const request = { method: 'GET', url: 'https://api.github.com/repos/acme/churn/pulls/7?token=s3cret' };
  const error = Object.assign(new Error('token s3cret is bad'), { status: 502, request });
  expect(failureReason(error)).toBe('GitHub answered 502 to GET /repos/acme/churn/pulls/7');
});

test('the text of any other error is not published', () => {
  expect(failureReason(new TypeError('cannot read s3cret'))).toBe('an unexpected TypeError');
  expect(failureReason('s3cret')).toBe('an unexpected error');
});

test('a review that takes too many requests says what to do', () => {
  const budget = requestBudget(1);
  budget.spend();
  expect(() => budget.spend()).toThrow(/more than 1 requests.*Split the change|split the change/);
});
