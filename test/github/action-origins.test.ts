import { expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { githubFacts } from '../../src/github/github-facts.ts';
import { requestBudget } from '../../src/github/requests/request-budget.ts';
import type { ActionOrigin, FactAnswer } from '../../src/types.ts';

const SHA = '8f4b7f84864484a7bf31766abe9204da3cbe65b3';
const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** github.com with these answers, one after the other, and what it was asked. */
const publicGitHub = (...answers: readonly object[]) => server('https://api.github.com', answers);

function server(baseUrl: string, answers: readonly object[]) {
  const asked: Asked[] = [];
  const left = [...answers];
  const fetch = async (_: string, { body }: { readonly body: string }) => {
    asked.push(JSON.parse(body) as Asked);
    return new Response(JSON.stringify(left.shift() ?? {}), { headers: { 'content-type': 'application/json' } });
  };
  return { asked, octokit: new Octokit({ baseUrl, request: { fetch }, log: QUIET }) };
}

const origin = (repository: string, ref: string) => ({ fact: 'action-origin', repository, ref }) as const;

function parsed(answer: FactAnswer | undefined): ActionOrigin | undefined {
  return answer?.state === 'known' ? (JSON.parse(answer.value) as ActionOrigin) : undefined;
}

const refs = (names: Readonly<Record<string, string>>, totalCount = Object.keys(names).length) => ({
  totalCount,
  nodes: Object.entries(names).map(([name, oid]) => ({ name, target: { oid } })),
});

/** A repository whose default branch compares like this with the commit. */
const repository = (status: string, branches = refs({}), tags = refs({})) => ({
  a0: { login: 'some-org' },
  r0: { defaultBranchRef: { compare: { status } }, branches, tags },
});

test('several actions are asked about in one request, and once', async () => {
  const { asked, octokit } = publicGitHub({
    data: {
      a0: { login: 'some-org' },
      r0: { branch: { name: 'v2' }, tag: { name: 'v2' } },
      a1: { login: 'other-org' },
      r1: { branch: null, tag: { name: 'v1' } },
    },
  });
  const facts = githubFacts(octokit);
  const requests = [origin('some-org/tool', 'v2'), origin('other-org/tool', 'v1')];
  const [both, tag] = await facts.answer(requests);
  await facts.answer(requests);

  expect(parsed(both)).toEqual({ owner: 'exists', names: ['branch', 'tag'] });
  expect(parsed(tag)).toEqual({ owner: 'exists', names: ['tag'] });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.variables).toMatchObject({ o0: 'some-org', n0: 'tool', b0: 'refs/heads/v2', t0: 'refs/tags/v2' });
});

test('a commit that the default branch holds belongs to the repository, with the tags that stand on it', async () => {
  const { octokit } = publicGitHub({
    data: repository('BEHIND', refs({}), refs({ 'v2.0.3': SHA, v1: 'a'.repeat(40) })),
  });
  const [answer] = await githubFacts(octokit).answer([origin('some-org/tool', SHA)]);

  expect(parsed(answer)).toEqual({ owner: 'exists', held: true, tags: ['v2.0.3'] });
});

test('a commit that no branch and no tag holds is found by comparing with each of them', async () => {
  const { asked, octokit } = publicGitHub(
    { data: repository('DIVERGED', refs({ main: 'a'.repeat(40) }), refs({ v1: 'b'.repeat(40) })) },
    { data: { r: { c0: { compare: { status: 'DIVERGED' } }, c1: { compare: { status: 'AHEAD' } } } } },
  );
  const [answer] = await githubFacts(octokit).answer([origin('some-org/tool', SHA)]);

  expect(parsed(answer)).toEqual({ owner: 'exists', held: false, tags: [] });
  expect(asked[1]?.variables).toMatchObject({ q0: 'refs/heads/main', q1: 'refs/tags/v1', s: SHA });
});

test('a commit of a branch for releases belongs to the repository', async () => {
  const { octokit } = publicGitHub(
    { data: repository('DIVERGED', refs({ main: 'a'.repeat(40), 'v1-lts': 'c'.repeat(40) })) },
    { data: { r: { c0: { compare: { status: 'DIVERGED' } }, c1: { compare: { status: 'BEHIND' } } } } },
  );
  const [answer] = await githubFacts(octokit).answer([origin('some-org/tool', SHA)]);

  expect(parsed(answer)).toMatchObject({ held: true });
});

test('where there are more branches than were listed, or one could not be compared, it is not known', async () => {
  const many = publicGitHub({ data: repository('DIVERGED', refs({ main: 'a'.repeat(40) }, 400)) });
  const failed = publicGitHub(
    { data: repository('DIVERGED', refs({ main: 'a'.repeat(40) })) },
    { data: { r: { c0: { compare: null } } } },
  );

  for (const { octokit } of [many, failed]) {
    const [answer] = await githubFacts(octokit).answer([origin('some-org/tool', SHA)]);
    expect(parsed(answer)?.held).toBeUndefined();
  }
});

test('an owner that is not found is gone, one that may not be seen is not', async () => {
  const missing = { data: { a0: null, r0: null }, errors: [{ type: 'NOT_FOUND', path: ['r0'], message: 'no' }] };
  const hidden = {
    data: { a0: null, r0: null },
    errors: [
      { type: 'FORBIDDEN', path: ['a0'], message: 'no' },
      { type: 'FORBIDDEN', path: ['r0'], message: 'no' },
    ],
  };
  const [gone] = await githubFacts(publicGitHub(missing).octokit).answer([origin('some-org/tool', 'v2')]);
  const [unseen] = await githubFacts(publicGitHub(hidden).octokit).answer([origin('some-org/tool', 'v2')]);

  expect(parsed(gone)).toEqual({ owner: 'gone' });
  expect(unseen).toEqual({ state: 'unknown' });
});

test('a private action, and an answer that is none, say nothing', async () => {
  const hidden = publicGitHub({ data: { a0: { login: 'acme' }, r0: null } });
  const broken = publicGitHub({ message: 'boom' });

  for (const { octokit } of [hidden, broken]) {
    expect(await githubFacts(octokit).answer([origin('acme/tool', 'v2')])).toEqual([{ state: 'unknown' }]);
  }
});

test('nobody is asked on a server of your own, or where the budget is kept for files', async () => {
  const own = server('https://github.acme.test/api/v3', [{ data: { a0: null, r0: null } }]);
  const { asked, octokit } = publicGitHub();

  expect(githubFacts(own.octokit).kinds).not.toContain('action-origin');
  expect(await githubFacts(own.octokit).answer([origin('some-org/tool', 'v2')])).toEqual([{ state: 'unknown' }]);
  expect(githubFacts(octokit).kinds).toContain('action-origin');
  await githubFacts(octokit, new Map(), requestBudget(8)).answer([origin('some-org/tool', 'v2')]);
  expect([...asked, ...own.asked]).toEqual([]);
});
