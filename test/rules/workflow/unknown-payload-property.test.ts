import { describe, expect, test } from '@jest/globals';
import { EVENT_SHAPES, SHAPES } from '../../../src/rules/workflow/events/event-payloads.ts';
import { unknownPayloadProperty } from '../../../src/rules/workflow/events/unknown-payload-property.ts';

const below = (path: string) => path.split('.');

describe('what an event brings', () => {
  test.each([
    ['workflow_run.head.sha', ['workflow_run'], 'workflow_run.head'],
    ['pullrequest.number', ['pull_request', 'push'], 'pullrequest'],
    ['commits.*.sha', ['push'], 'commits.*.sha'],
    ['schedules', ['schedule'], 'schedules'],
  ])('%s is not in %j', (path, events, upTo) => {
    expect(unknownPayloadProperty(below(path), events)?.path.join('.')).toBe(upTo);
  });

  test.each([
    ['pull_request.head.repo.full_name', ['pull_request_target']],
    ['pull_request.labels.*.name', ['pull_request']],
    ['issue.pull_request.url', ['issue_comment']],
    ['deployment.payload.anything', ['deployment']],
    ['client_payload.a.b', ['repository_dispatch']],
    ['inputs.name', ['workflow_dispatch']],
    ['repository.owner.login', ['schedule']],
    ['schedule', ['schedule', 'push']],
    ['pull_request.body.length', ['pull_request']],
    ['pull_request.labels.name', ['pull_request']],
  ])('%s is in %j, or nobody can tell', (path, events) => {
    expect(unknownPayloadProperty(below(path), events)).toBeUndefined();
  });

  test('one event that brings the property is enough', () => {
    expect(unknownPayloadProperty(below('comment.line'), ['issue_comment'])).toBeDefined();
    expect(
      unknownPayloadProperty(below('comment.line'), ['issue_comment', 'pull_request_review_comment']),
    ).toBeUndefined();
  });

  test('what only other events bring is none of this matter', () => {
    expect(unknownPayloadProperty(below('issue.number'), ['push'])).toBeUndefined();
  });

  test('nothing is said of an event that is not described', () => {
    expect(unknownPayloadProperty(below('pullrequest'), ['pull_request', 'workflow_call'])).toBeUndefined();
    expect(unknownPayloadProperty(below('anything'), [])).toBeUndefined();
  });

  test('names of objects that every program has are names like any other', () => {
    expect(unknownPayloadProperty(below('pull_request.constructor.name'), ['pull_request'])).toBeDefined();
    expect(unknownPayloadProperty(below('anything'), ['constructor', '__proto__'])).toBeUndefined();
  });

  test('every shape that is named is there', () => {
    const named = Object.values(SHAPES).flatMap((text) => [...text.matchAll(/:(\w+)/g)].map(([, name = '']) => name));

    expect([...named, ...Object.values(EVENT_SHAPES)].filter((name) => SHAPES[name] === undefined)).toEqual([]);
  });
});
