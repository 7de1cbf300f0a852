import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { type PullLife, pullLife } from '../support/pull-life.ts';

let github: FakeGitHub;
let life: PullLife;

beforeEach(async () => {
  github = await startFakeGitHub();
  life = pullLife(github);
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

describe('over the life of a pull request', () => {
  test('ten pushes with fixes say each problem once and mark each fix', async () => {
    life.open({ 'a.yml': ['injection', 'unpinned', 'commands'] });
    await life.reviewed();
    expect(life.standingFingerprints()).toHaveLength(3);
    for (const left of [['injection', 'unpinned'], ['injection'], ['injection'], []] as const) {
      life.push({ 'a.yml': left });
      await life.reviewed();
      expect(life.standingFingerprints()).toHaveLength(left.length);
    }
    expect(github.state.reviews).toHaveLength(1);
    expect(github.state.lineComments.every(({ minimized }) => minimized === 'RESOLVED')).toBe(true);
  });

  test('a push that rewrites history says nothing twice', async () => {
    life.open({ 'a.yml': ['injection'] });
    await life.reviewed();
    life.rebase({ 'a.yml': ['injection'], 'b.yml': ['unpinned'] });
    await life.reviewed();
    expect(life.standing()).toEqual(['a.yml', 'b.yml']);
    expect(github.state.reviews).toHaveLength(2);
  });

  test('a revert marks everything as gone, and the revert of the revert says it again', async () => {
    const both = { 'a.yml': ['injection'], 'b.yml': ['commands'] } as const;
    life.open(both);
    await life.reviewed();
    life.push({});
    await life.reviewed();
    expect(life.standing()).toEqual([]);
    life.push(both);
    await life.reviewed();
    expect(life.standing()).toEqual(['a.yml', 'b.yml']);
    expect(github.state.lineComments).toHaveLength(4);
  });

  test('a workflow that is renamed is spoken of under one name', async () => {
    life.open({ 'a.yml': ['injection', 'unpinned'] });
    await life.reviewed();
    life.push({ 'b.yml': ['injection', 'unpinned'] });
    await life.reviewed();
    expect(life.standing()).toEqual(['b.yml']);
  });

  test('another base changes what is introduced, and back again', async () => {
    life.branch('release', { 'a.yml': ['injection'] });
    life.open({ 'a.yml': ['injection'], 'b.yml': ['commands'] });
    await life.reviewed();
    life.retarget('release');
    await life.reviewed();
    life.retarget('main');
    await life.reviewed();
    expect(life.standing()).toEqual(['a.yml', 'b.yml']);
    expect(new Set(life.standingFingerprints()).size).toBe(life.standingFingerprints().length);
  });

  test('closed, it is left alone; reopened, it goes on where it was', async () => {
    life.open({ 'a.yml': ['injection'] });
    await life.reviewed();
    life.pull.open = false;
    life.push({ 'a.yml': ['injection'], 'b.yml': ['unpinned'] });
    await life.reviewed();
    expect(life.standing()).toEqual(['a.yml']);
    life.pull.open = true;
    await life.reviewed();
    expect(life.standing()).toEqual(['a.yml', 'b.yml']);
  });

  test('what a person resolved is said again when the code there has changed', async () => {
    life.open({ 'a.yml': ['unpinned'] });
    await life.reviewed();
    for (const comment of github.state.lineComments) comment.resolvedBy = 'ada';
    life.push({ 'a.yml': ['unpinned'] });
    await life.reviewed();
    expect(github.state.lineComments).toHaveLength(1);
    life.push({ 'a.yml': ['unpinned', 'injection'] });
    await life.reviewed();
    expect(github.state.lineComments).toHaveLength(2);
  });
});

test.each([1, 2, 3, 4, 5, 6])(
  'whatever people do, nothing stands twice, nothing stale stands, and GitHub refuses nothing (seed %i)',
  async (seed) => {
    const random = generator(seed);
    life.open(life.some(random));
    for (let step = 0; step < 12; step += 1) {
      life.anything(random);
      const { present, silent } = await life.reviewed();
      expect(life.standingFingerprints()).toEqual([...new Set(life.standingFingerprints())]);
      if (!silent) expect(life.standingFingerprints().filter((one) => !present.includes(one))).toEqual([]);
      expect(github.state.issueComments.length).toBeLessThanOrEqual(1);
    }
    Object.assign(life.pull, { open: true, draft: false, base: 'main' });
    life.branch('main', {});
    life.rebase({});
    await life.reviewed();
    expect(life.standing()).toEqual([]);
    life.push({ 'a.yml': ['injection', 'unpinned', 'commands'] });
    await life.reviewed();
    expect(life.standingFingerprints()).toHaveLength(3);
  },
);

/** Numbers from 0 to below 1 that a seed decides (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
