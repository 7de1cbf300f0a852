import { type Driver, driver } from './fake-github/driver.ts';
import type { Files } from './fake-github/import-stream.ts';
import { type FakeGitHub, startFakeGitHub } from './fake-github/start-fake-github.ts';
import type { FakeCheckRun, FakeComment, FakePull } from './fake-github/state.ts';
import { type RunningApp, startApp, until } from './start-app.ts';

/** The built App on a fake GitHub, and what a test wants to know of them. */
export interface AppStage {
  readonly github: FakeGitHub;
  readonly app: RunningApp;
  readonly people: Driver;
  /** Waits until every check is concluded and nothing is left to do. */
  settled(): Promise<void>;
  /** What the check to require says on the head of a pull request, or on any commit. */
  aggregate(at: FakePull | string): FakeCheckRun;
  /** Says something, waits for what comes of it, and answers the comment. */
  says(pull: FakePull, login: string, body: string, thread?: FakeComment): Promise<FakeComment>;
  /** Our answers to comments, oldest first. */
  answers(): readonly FakeComment[];
  stop(): Promise<void>;
}

/** Starts the App on a repository whose main branch has these files. */
export async function appStage(files: Files, env: Readonly<Record<string, string>> = {}): Promise<AppStage> {
  const github = await startFakeGitHub();
  const { state } = github;
  state.git.commit('main', files);
  const app = await startApp(github.url, { PIPEWRIGHT_RECONCILE: 'off', ...env });
  const people = driver(github, app.hook);

  async function settled(): Promise<void> {
    const done = () => state.checkRuns.every(({ status, app: other }) => other !== undefined || status === 'completed');
    await until(
      async () => state.checkRuns.length >= 3 && done() && (await app.idle()),
      () => `Not concluded:\n${app.log()}`,
    );
  }

  return {
    github,
    app,
    people,
    settled,
    aggregate(at) {
      const sha = typeof at === 'string' ? at : at.headSha;
      const own = state.checkRuns.filter((run) => run.name === 'Pipewright' && run.headSha === sha && !run.app);
      const last = own.at(-1);
      if (last === undefined) throw new Error(`No check on ${sha}:\n${app.log()}`);
      return last;
    },
    async says(pull, login, body, thread) {
      const status = await people.comment(pull, login, body, thread);
      if (status !== 200) throw new Error(`The App answered ${status}.`);
      const said = (thread === undefined ? state.issueComments : state.lineComments).at(-1);
      await settled();
      if (said === undefined) throw new Error('Nothing was said.');
      return said;
    },
    answers: () =>
      [...state.issueComments, ...state.lineComments]
        .filter(({ login, body }) => login.endsWith('[bot]') && body.includes('<!-- pipewright answer '))
        .toSorted((a, b) => a.id - b.id),
    async stop() {
      await app.stop();
      await github.close();
    },
  };
}
