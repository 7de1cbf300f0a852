import { beforeAll, describe, expect, test } from '@jest/globals';
import { builtInAgents } from '../src/local/assets.ts';
import { folderPairSource } from '../src/local/folder-pair-source.ts';
import { localFacts } from '../src/local/local-facts.ts';
import { type RunOptions, run } from '../src/run.ts';
import type { FileContent, Judge, Review, Sink, Source } from '../src/types.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const EXAMPLE = new URL('../examples/churn-service/', import.meta.url).pathname;
const sink: Sink = {
  publish: async () => ({ checks: [], commentsPosted: 0, commentsMarkedFixed: 0, summary: 'none', failures: [] }),
};

async function review(options: Partial<RunOptions> = {}, settings?: string, judge?: Judge): Promise<Review> {
  const example = folderPairSource(`${EXAMPLE}base`, `${EXAMPLE}head`, 'Speed up training');
  const source: Source =
    settings === undefined ? example : { ...example, readPolicy: async () => policyFiles(settings) };
  const ports = {
    source,
    facts: localFacts(),
    sink,
    agentFiles: await builtInAgents(),
    ...(judge ? { judge: async () => judge } : {}),
  };
  return (await run(ports, { now: NOW, ...options })).review;
}

function policyFiles(settings: string): ReadonlyMap<string, FileContent> {
  return new Map([['.github/pipewright.yml', { state: 'text', text: settings }]]);
}

describe('the example, reviewed', () => {
  let reviewed: Review;

  beforeAll(async () => {
    reviewed = await review({ mode: 'enforce' });
  });

  test('blocks for the safeguards that the change takes away', () => {
    const blocking = reviewed.findings
      .filter(({ fingerprint }) => reviewed.blocking.includes(fingerprint))
      .map(({ rule }) => rule);

    expect(reviewed.conclusion).toBe('failure');
    expect(blocking).toEqual(
      expect.arrayContaining([
        'approval-removed',
        'prevent-destroy-removed',
        'gate-non-blocking',
        'metric-gate-weakened',
        'probe-removed',
      ]),
    );
  });

  test('calls both personas, and every item of both has an answer', () => {
    expect(reviewed.personas.map(({ name }) => name)).toEqual(['devops-engineer', 'mlops-engineer']);
    for (const { verdicts } of reviewed.personas) {
      expect(verdicts.length).toBeGreaterThanOrEqual(12);
      for (const { because } of verdicts) expect(because).not.toBe('');
    }
  });

  test('proposes fixes on lines of the diff, and says nothing of what was there before', () => {
    expect(reviewed.comments.some(({ body }) => body.includes('```suggestion'))).toBe(true);
    expect(reviewed.comments.length).toBeLessThanOrEqual(10);
    for (const { fingerprint } of reviewed.comments) {
      expect(reviewed.findings.find((finding) => finding.fingerprint === fingerprint)?.status).toBe('introduced');
    }
  });

  test('is complete, and the same twice', async () => {
    const { ms: _one, ...first } = reviewed;
    const { ms: _two, ...second } = await review({ mode: 'enforce' });

    expect(reviewed.incomplete).toEqual([]);
    expect(second).toEqual(first);
  });
});

describe('settings of the base', () => {
  test('observe never fails, posts nothing, and says what it would have been', async () => {
    expect(await review({}, 'mode: observe\n')).toMatchObject({
      conclusion: 'neutral',
      wouldBe: 'failure',
      comments: [],
    });
  });

  test('take paths out of the review, and it is said', async () => {
    const reviewed = await review({}, 'ignore: ["terraform/**"]\n');

    expect(reviewed.findings.filter(({ location }) => location.path.startsWith('terraform/'))).toEqual([]);
    expect(reviewed.omitted).toContainEqual({ path: 'terraform/storage.tf', reason: 'ignored by the settings' });
  });

  test('that are wrong leave the defaults in force and are named with their line', async () => {
    const { notices, mode } = await review({}, 'mod: enforce\n');

    expect(mode).toBe('advise');
    expect(notices).toContainEqual(expect.stringMatching(/pipewright\.yml:1.*mode/));
  });
});

describe('the first settings of a repository', () => {
  const PATH = '.github/pipewright.yml';

  async function bringing(text: string): Promise<Review> {
    const example = folderPairSource(`${EXAMPLE}base`, `${EXAMPLE}head`, 'Speed up training');
    const source: Source = {
      ...example,
      change: async () => {
        const change = await example.change();
        return { ...change, files: [...change.files, { path: PATH, kind: 'settings', status: 'added' }] };
      },
      read: async (side, paths) =>
        new Map([...(await example.read(side, paths)), ...(paths.includes(PATH) ? policyFiles(text) : [])]),
    };
    return (await run({ source, facts: localFacts(), sink, agentFiles: await builtInAgents() }, { now: NOW })).review;
  }

  test('do not count yet; what they would have meant is shown', async () => {
    const { mode, conclusion, notices } = await bringing('mode: enforce\ngate: safe\n');
    expect([mode, conclusion]).toEqual(['advise', 'neutral']);
    expect(notices.join()).toContain('mode `enforce`, gate high and certain, of');
    expect(notices.join()).toContain('under them this change would be `failure`');
  });

  test('that are invalid are named with their line', async () => {
    const { notices } = await bringing('mode: enforced\n');
    expect(notices.join()).toContain('they would not hold: .github/pipewright.yml:1: `mode` is `enforced`');
  });
});

test('a model answers only what rules left open, and never gates', async () => {
  const asked: string[] = [];
  const judge: Judge = {
    ask: async ({ items }) => {
      asked.push(...items.map(({ id }) => id));
      return { state: 'failed', model: 'm', reason: 'overloaded', answers: [], inputTokens: 1, outputTokens: 0 };
    },
  };
  const { personas, judge: report } = await review({}, undefined, judge);

  const outcomes = new Map(personas.flatMap(({ verdicts }) => verdicts.map(({ item, outcome }) => [item.id, outcome])));
  expect(asked.length).toBeGreaterThan(0);
  // Deleted safeguards are asked about as well, and are no item of a checklist.
  for (const id of asked.filter((one) => one !== 'removed-behaviour')) expect(outcomes.get(id)).toBe('undecided');
  expect(report).toMatchObject({ state: 'failed', reason: 'overloaded' });
});

test('a review that was cancelled is not published', async () => {
  const controller = new AbortController();
  controller.abort(new Error('superseded'));

  await expect(review({ signal: controller.signal })).rejects.toThrow('superseded');
});
