import { review } from '../../src/app/review.ts';
import { readMarker } from '../../src/github/comments/markers.ts';
import { run } from '../../src/run.ts';
import type { Review } from '../../src/types.ts';
import { serviceFor } from '../app/service-fixture.ts';
import type { FakeGitHub } from './fake-github/start-fake-github.ts';
import type { FakePull } from './fake-github/state.ts';

/** Workflows by name, and the problems that each has. */
export type Problems = Readonly<Record<string, readonly Problem[]>>;
type Problem = keyof typeof STEPS;

/** Steps that one rule each speaks of. */
const STEPS = {
  injection: '      - run: echo "${{ github.event.issue.title }}"\n',
  unpinned: '      - uses: some-org/some-action@main\n',
  commands: '      - run: make\n        env:\n          ACTIONS_ALLOW_UNSECURE_COMMANDS: true\n',
};
const NAMES = ['a.yml', 'b.yml', 'c.yml'];

export interface PullLife {
  readonly pull: FakePull;
  /** Opens the pull request, from main. */
  open(problems: Problems): void;
  /** A commit on top; workflows that are not named go. */
  push(problems: Problems): void;
  /** A forced push: one commit on the base as it is now. */
  rebase(problems: Problems): void;
  branch(name: string, problems: Problems): void;
  retarget(base: string): void;
  /** Something that people do, picked by chance. */
  anything(random: () => number): void;
  some(random: () => number): Problems;
  /** Reviews the pull request as the App does after an event. Its findings, and whether comments were out of place. */
  reviewed(): Promise<{ readonly present: readonly string[]; readonly silent: boolean }>;
  /** The workflows on which comments stand whose finding is not marked as gone. */
  standing(): readonly string[];
  standingFingerprints(): readonly string[];
}

/** A pull request on a fake GitHub, and all that can happen to it. */
export function pullLife(github: FakeGitHub): PullLife {
  const { state } = github;
  let latest: Review | undefined;
  const service = {
    ...serviceFor(github),
    run: async (...given: Parameters<typeof run>) => {
      const made = await run(...given);
      latest = made.review;
      return made;
    },
  };
  const scope = { key: service.markerKey, repository: `${state.owner}/${state.repo}`, number: 7 };
  state.git.commit('main', { 'README.md': 'hello\n' });
  const pull: FakePull = {
    number: 7,
    author: 'ada',
    title: 'T',
    body: '',
    base: 'main',
    branch: 'topic',
    headSha: '',
    draft: false,
    open: true,
    fork: false,
  };

  function commit(branch: string, problems: Problems, from?: string): string {
    const files = Object.fromEntries(
      NAMES.map((name) => [`.github/workflows/${name}`, problems[name] ? workflow(problems[name]) : null]),
    );
    return state.git.commit(branch, files, from === undefined ? {} : { from });
  }

  const ours = () =>
    state.lineComments.flatMap(({ body, path }) => {
      const marker = readMarker(scope, body);
      return marker?.kind === 'finding' ? [{ path, fingerprint: marker.subject }] : [];
    });

  const life: PullLife = {
    pull,
    open(problems) {
      pull.headSha = commit(pull.branch, problems, 'main');
      state.pulls.set(pull.number, pull);
    },
    push(problems) {
      pull.headSha = commit(pull.branch, problems);
    },
    rebase(problems) {
      pull.headSha = commit(pull.branch, problems, pull.base);
    },
    branch(name, problems) {
      commit(name, problems, state.git.resolve(name) === undefined ? 'main' : undefined);
    },
    retarget(base) {
      pull.base = base;
    },
    some: (random) => Object.fromEntries(NAMES.flatMap((name) => (random() < 0.6 ? [[name, pick(random)]] : []))),
    anything: (random) => anything(life, github, random),
    async reviewed() {
      const target = { installation: 42, owner: state.owner, repo: state.repo, headSha: pull.headSha, number: 7 };
      await review(service, { do: 'review', target }, new AbortController().signal);
      const present = latest?.findings.filter(({ status }) => status !== 'resolved') ?? [];
      return { present: present.map(({ fingerprint }) => fingerprint), silent: pull.draft || !pull.open };
    },
    standing: () => [...new Set(ours().map(({ path }) => path?.split('/').at(-1) ?? ''))].sort(),
    standingFingerprints: () => ours().map(({ fingerprint }) => fingerprint),
  };
  return life;
}

function pick(random: () => number): Problem[] {
  return (Object.keys(STEPS) as Problem[]).filter(() => random() < 0.5);
}

function workflow(problems: readonly Problem[]): string {
  return `on: issues
permissions:
  contents: read
jobs:
  greet:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: make greet
${problems.map((problem) => STEPS[problem]).join('')}`;
}

function anything(life: PullLife, { state }: FakeGitHub, random: () => number): void {
  const { pull } = life;
  const comment = state.lineComments[Math.floor(random() * state.lineComments.length)];
  const rewrite = (body: string) => comment && Object.assign(comment, { body });
  const deeds = [
    () => life.push(life.some(random)),
    () => life.push(life.some(random)),
    () => life.rebase(life.some(random)),
    () => life.branch('main', life.some(random)),
    () => life.branch('release', life.some(random)),
    () => life.retarget(state.git.resolve('release') !== undefined && random() < 0.5 ? 'release' : 'main'),
    () => comment && Object.assign(comment, { resolvedBy: 'ada' }),
    () => comment && state.lineComments.push(reply(comment.id, state.nextId++)),
    () => comment && state.lineComments.splice(state.lineComments.indexOf(comment), 1),
    () => rewrite(`${comment?.body} edited`),
    () => rewrite('never mind'),
    () => Object.assign(pull, { draft: !pull.draft }),
    () => Object.assign(pull, { open: !pull.open }),
    () => Object.assign(state.granted, { contents: random() < 0.5 ? 'read' : 'write' }),
    () => state.issueComments.splice(0),
  ];
  deeds[Math.floor(random() * deeds.length)]?.();
}

function reply(to: number, id: number) {
  return { id, pull: 7, login: 'ada', body: 'Why?', replyTo: to };
}
