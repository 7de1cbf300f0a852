import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Permissions } from './fake-github/permissions.ts';
import { pullBody } from './fake-github/pull-routes.ts';
import type { FakeGitHub } from './fake-github/start-fake-github.ts';
import type { FakePull } from './fake-github/state.ts';
import { type Ran, runProgram } from './run-program.ts';

const DIST = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

export interface Step extends Ran {
  readonly summary: string;
  readonly outputs: string;
}

export interface StepOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly sha?: string;
  /** Who started the run. */
  readonly actor?: string;
  /** What GitHub lets the token of the job; without them, what it lets the App. */
  readonly permissions?: Permissions;
}

export interface Runner {
  /** Where the steps run and their files are. */
  readonly folder: string;
  /** Runs the bundle as the runner does: with its environment and files. */
  step(event: string, payload: object, options?: StepOptions): Promise<Step>;
  remove(): void;
}

/** A runner of steps on the repository of a fake GitHub. */
export function actionRunner(github: FakeGitHub): Runner {
  const folder = mkdtempSync(join(tmpdir(), 'pipewright-'));
  const file = (name: string, text = '') => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  async function step(event: string, payload: object, options: StepOptions = {}): Promise<Step> {
    const [summary, outputs] = [file('summary.md'), file('outputs')];
    const token = options.permissions ? `ghs_${event}` : 'ghs_token';
    if (options.permissions) github.state.tokens.set(token, options.permissions);
    const inputs = { ...DEFAULTS, TOKEN: token, ...options.inputs };
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
      GITHUB_REPOSITORY: 'acme/churn',
      GITHUB_ACTOR: options.actor ?? 'ada',
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
      GITHUB_SHA: options.sha ?? '',
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: outputs,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value])),
    };
    const ran = await runProgram(process.execPath, [DIST], { cwd: folder, env });
    return { ...ran, summary: readFileSync(summary, 'utf8'), outputs: readFileSync(outputs, 'utf8') };
  }

  return { folder, step, remove: () => rmSync(folder, { recursive: true }) };
}

const DEFAULTS = {
  COMMENTS: 'true',
  MODE: '',
  STRICTNESS: '',
  PERSONA: '',
  'SARIF-FILE': '',
  REPORT: '',
  PUBLISH: '',
  'ANTHROPIC-API-KEY': '',
};

/** The payload of a pull request's event. */
export function pullPayload({ state }: FakeGitHub, pull: FakePull): object {
  return { action: 'synchronize', number: pull.number, pull_request: pullBody(state, pull) };
}

/** The payload of the event that follows a run on a pull request. For a fork GitHub leaves `pull_requests` empty. */
export function runPayload({ state }: FakeGitHub, pull: FakePull, more: object = {}): object {
  const run = {
    event: 'pull_request',
    status: 'completed',
    conclusion: 'success',
    head_sha: pull.headSha,
    head_branch: pull.branch,
    head_repository: { full_name: `${pull.fork ? pull.author : state.owner}/${state.repo}` },
    pull_requests: pull.fork ? [] : [{ number: pull.number }],
  };
  return { action: 'completed', workflow_run: { ...run, ...more } };
}
