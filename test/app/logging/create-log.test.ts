import { describe, expect, test } from '@jest/globals';
import type { Log } from '../../../src/app/log.ts';
import { createLog } from '../../../src/app/logging/create-log.ts';
import { libraryLog } from '../../../src/app/logging/library-log.ts';
import { plainError } from '../../../src/app/logging/plain-error.ts';

const SECRET = 'ghp_0123456789abcdefghijklmnopqrstuvwxyz';

/** What a log wrote, at the most talkative level. */
function written(say: (log: Log) => void, format: 'json' | 'pretty' = 'json'): string {
  const lines: string[] = [];
  say(createLog({ level: 'trace', format, write: (line) => lines.push(line) }));
  return lines.join('');
}

function entry(say: (log: Log) => void) {
  return JSON.parse(written(say));
}

test('a line is JSON with a level, a time, the fields of the job and the message', () => {
  const line = entry((log) => log.child({ delivery: 'd-1', pull: 7 }).info({ sha: 'abc' }, 'reviewed'));
  expect(line).toMatchObject({ level: 30, delivery: 'd-1', pull: 7, sha: 'abc', msg: 'reviewed' });
  expect(line.time).toEqual(expect.any(Number));
});

test('for people it is one line as well', () => {
  const line = written((log) => log.warn({ pull: 7, what: 'a\nb' }, 'odd'), 'pretty');
  expect(line).toMatch(/^\S+ WARN {2}\(pipewright\) odd pull=7 what="a\?b"\n$/);
});

test('what is below the level is not written', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'warn', format: 'json', write: (line) => lines.push(line) });
  log.info({}, 'no');
  log.error({}, 'yes');
  expect(lines).toHaveLength(1);
});

test('fields that nobody declared harmless are withheld', () => {
  const line = written((log) => log.info({ title: SECRET, body: { text: SECRET }, failures: [{ x: SECRET }] }, 'said'));
  expect(line).not.toContain(SECRET);
  expect(JSON.parse(line)).toMatchObject({ title: '[withheld]', body: '[withheld]' });
});

describe('of an error', () => {
  /** As Octokit throws it: with the request, its headers and body, and the answer. */
  const octokit = Object.assign(new Error(`Validation Failed: ${SECRET}`), {
    name: 'HttpError',
    status: 422,
    request: {
      method: 'POST',
      url: `https://api.github.com/repos/acme/churn/pulls/7/reviews?x=${SECRET}`,
      headers: { authorization: `token ${SECRET}` },
      body: { comments: [{ body: SECRET }] },
    },
    response: { headers: { 'x-github-request-id': 'AB12:3' }, data: { message: SECRET } },
  });

  test('stand the kind, the status, the class of the route and the place, but nothing that it quotes', () => {
    const line = written((log) => log.error({ err: octokit }, 'job failed'));
    expect(line).not.toContain(SECRET);
    expect(JSON.parse(line).err).toMatchObject({
      type: 'HttpError',
      kind: 'github_refused',
      status: 422,
      method: 'POST',
      route: 'reviews',
      githubRequest: 'AB12:3',
      at: expect.arrayContaining([expect.stringMatching(/create-log\.test\.ts:\d+:\d+$/)]),
    });
  });

  test('its causes and its parts are treated alike', () => {
    const event = { payload: { pull_request: { title: SECRET } } };
    const many = Object.assign(new AggregateError([octokit, new Error(SECRET)], SECRET, { cause: octokit }), { event });
    const line = written((log) => log.error({ err: many }, 'request failed'));
    expect(line).not.toContain(SECRET);
    expect(JSON.parse(line).err).toMatchObject({
      cause: { status: 422 },
      errors: [{ status: 422 }, { type: 'Error' }],
    });
  });

  test('a message that forges frames does not get into the log', () => {
    const forged = new Error(`oops\n    at steal (/${SECRET}:1:1)`);
    const renamed = new Error(`oops\n    at steal (/${SECRET}:1:1)`);
    renamed.message = 'Invalid JSON';
    for (const err of [forged, renamed]) expect(written((log) => log.error({ err }, 'x'))).not.toContain(SECRET);
  });

  test('messages of our own and of the operating system are told', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), {
      syscall: 'connect',
      code: 'ECONNREFUSED',
    });
    expect(entry((log) => log.error({ err: plainError('The queue is full.') }, 'x')).err.message).toBe(
      'The queue is full.',
    );
    expect(entry((log) => log.error({ err: refused }, 'x')).err).toMatchObject({
      kind: 'network',
      code: 'ECONNREFUSED',
    });
  });
});

describe('of what libraries log', () => {
  test('bodies, events and headers are left out at every level', () => {
    const line = written((log) => {
      const library = libraryLog(log).child({ name: 'octokit', id: SECRET });
      for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const) {
        library[level]({ body: SECRET, event: { payload: SECRET } }, `POST /${SECRET}`);
        library[level](`"${SECRET}" event received`);
        library[level](new Error(SECRET));
      }
    });
    expect(line).toContain('a library reported an error');
    expect(line).not.toContain(SECRET);
  });

  test('a rate limit is told with the class of its route', () => {
    const line = entry((log) =>
      libraryLog(log).warn(
        'Rate limit hit with "GET /repos/{owner}/{repo}/pulls/{pull_number}/files", retrying in 3 seconds.',
      ),
    );
    expect(line).toMatchObject({ level: 40, method: 'GET', msg: expect.stringContaining('GitHub asked to wait') });
  });
});
