import { describe, expect, test } from '@jest/globals';
import { parseJavaScript } from '../../../src/documents/javascript.ts';
import { taintsOf } from '../../../src/rules/workflow/script-flow/value-taints.ts';

/** The sources of outsiders' text in what a script returns. */
function sources(script: string, asJson = false): string[] {
  const view = parseJavaScript(script);
  const around = {
    variable: (name: string) => [{ control: 'full' as const, events: ['issues'], source: `env ${name}` }],
    filled: (text: string) => [{ control: 'full' as const, events: ['issues'], source: text }],
  };
  return view.results.flatMap((value) => taintsOf(value, view, around, asJson)).map(({ source }) => source);
}

describe('an outsider’s text is followed', () => {
  test.each([
    ['return context.payload.issue?.title', 'github.event.issue.title'],
    ["return context['payload'].comment['body']", 'github.event.comment.body'],
    ['const { payload } = context; const { title: name } = payload.issue; return `a ${name}`', 'issue.title'],
    ["let text = 'a'; if (x) text = context.payload.issue.body; return text", 'issue.body'],
    ["let text = ''; text += context.payload.issue.body; return text", 'issue.body'],
    ['return process.env.TITLE.trim()', 'env TITLE'],
    ["const a = '${{ github.event.issue.title }}'; return a", '${{ github.event.issue.title }}'],
    ['const { data } = await github.rest.issues.get({}); return data.title', 'issues.get: issue.title'],
    ['return (await octokit.pulls.get({})).data.head.ref', 'pulls.get: pull_request.head.ref'],
    ['const all = await github.paginate(github.rest.issues.listComments, {}); return all[0].body', 'comment.body'],
    [
      'const { data: [first] } = await github.rest.pulls.list({}); return first.title',
      'pulls.list: pull_request.title',
    ],
    ['const all = (await github.rest.pulls.list({})).data; return all.find(one).title', 'pull_request.title'],
    ['return context.payload.commits.map((one) => one.message).join()', 'commits.*.message'],
    ['const info = { name: context.payload.issue.title }; return info.name', 'issue.title'],
    ['const github = require("@actions/github"); return github.context.payload.issue.title', 'issue.title'],
    ["const to = context.payload.issue.body; if (to === '') return; return to", 'issue.body'],
    ['return JSON.stringify(context.payload.issue)', 'github.event.issue'],
  ])('%s', (script, source) => expect(sources(script)).toEqual([expect.stringContaining(source)]));
});

describe('where it cannot be told, nothing is said', () => {
  test.each([
    'return context.payload.issue.number',
    'return context.payload.pull_request.head.sha',
    'return context.payload.issue.title.length',
    "return context.payload.issue.title.includes('x')",
    'return context.payload.issue.title.match(/x/)[0]',
    'return clean(context.payload.issue.title)',
    'return `${context.payload.issue}`',
    'const title = context.payload.issue.title; function f(title) {} return title',
    'const a = b; const b = a; return a',
    'const title = context.payload.issue.title; if (allowed.includes(title)) return title',
    'if (/^[a-z]+$/.test(context.payload.issue.title)) return context.payload.issue.title',
    "return context.payload.issue.title.replace(/[^a-z]/g, '')",
    'const context = other(); return context.payload.issue.title',
    'return github.rest.issues.get({}).title',
    "const [, to] = context.payload.comment.body.split(' '); if (to !== 'test' && 'live' !== to) return; return to",
    "if (context.payload.issue?.title == 'go') return context.payload.issue.title",
    'const to = context.payload.comment.body; switch (to) { case "a": return to }',
  ])('%s', (script) => expect(sources(script)).toEqual([]));
});

test.each(['const a = a + a; return a', 'let a; a += a; return a', 'return [a].map(a => a.map(a => a))'])(
  'a name that leads to itself ends: %s',
  (script) => expect(sources(script)).toEqual([]),
);

test('a script whose names double each other is given up, not followed without end', () => {
  const lines = Array.from({ length: 200 }, (_, i) => `const a${i + 1} = a${i} + a${i};`);
  const started = performance.now();

  sources(`const a0 = context.payload.issue.title; ${lines.join('\n')} return a200`);

  expect(performance.now() - started).toBeLessThan(1000);
});
