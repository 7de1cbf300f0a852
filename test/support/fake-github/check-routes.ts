import { type Handler, NOT_FOUND, pageOf, textOf } from './answer.ts';
import { type FakeAnnotation, type FakeCheckRun, type FakeState, newId } from './state.ts';

interface Output {
  readonly title?: string;
  readonly summary: string;
  readonly text?: string;
  readonly annotations?: readonly FakeAnnotation[];
}

/** Check runs: annotations add up over requests, and a conclusion completes the run. */
export const checkRoutes: Readonly<Record<string, Handler>> = {
  'POST /repos/{owner}/{repo}/check-runs': ({ state, body }) => {
    const run: FakeCheckRun = {
      id: newId(state),
      name: textOf(body, 'name') ?? '',
      headSha: textOf(body, 'head_sha') ?? '',
      externalId: '',
      status: 'queued',
      conclusion: null,
      title: null,
      summary: null,
      text: null,
      buttons: [],
      annotations: [],
    };
    state.checkRuns.push(run);
    change(run, body);
    return { status: 201, body: checkBody(state, run) };
  },
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': ({ state, params, body }) => {
    const run = state.checkRuns.find(({ id }) => id === Number(params.check_run_id));
    if (run === undefined) return NOT_FOUND;
    change(run, body);
    return { status: 200, body: checkBody(state, run) };
  },
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}': ({ state, params }) => {
    const run = state.checkRuns.find(({ id }) => id === Number(params.check_run_id));
    return run === undefined ? NOT_FOUND : { status: 200, body: checkBody(state, run) };
  },
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': ({ state, params, query }) => {
    const sha = state.git.resolve(params.ref ?? '');
    const name = query.get('check_name');
    const app = query.get('app_id');
    const all = state.checkRuns.filter(
      (run) =>
        run.headSha === sha &&
        (name === null || run.name === name) &&
        (app === null || Number(app) === (run.app ?? state.appId)),
    );
    const latest = all.filter((run) => !all.some((other) => other.name === run.name && other.id > run.id));
    const status = query.get('status');
    const runs = (query.get('filter') === 'all' ? all : latest).filter(
      (run) => status === null || run.status === status,
    );
    const page = pageOf(runs, query).map((run) => checkBody(state, run));
    return { status: 200, body: { total_count: runs.length, check_runs: page } };
  },
};

function change(run: FakeCheckRun, body: Readonly<Record<string, unknown>>): void {
  run.externalId = textOf(body, 'external_id') ?? run.externalId;
  run.status = textOf(body, 'status') ?? run.status;
  run.conclusion = textOf(body, 'conclusion') ?? run.conclusion;
  if (run.conclusion !== null) run.status = 'completed';
  const actions = body.actions as readonly { readonly identifier: string }[] | undefined;
  run.buttons = actions?.map(({ identifier }) => identifier) ?? run.buttons;
  const output = body.output as Output | undefined;
  if (output === undefined) return;
  run.title = output.title ?? run.title;
  run.summary = output.summary;
  run.text = output.text ?? run.text;
  run.annotations.push(...(output.annotations ?? []));
}

/** A check run as GitHub describes it. */
export function checkBody(state: FakeState, run: FakeCheckRun) {
  return {
    id: run.id,
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId,
    status: run.status,
    conclusion: run.conclusion,
    html_url: `https://github.invalid/${state.owner}/${state.repo}/runs/${run.id}`,
    output: { title: run.title, summary: run.summary, text: run.text, annotations_count: run.annotations.length },
    app: { id: run.app ?? state.appId, slug: run.app === undefined ? state.slug : 'another' },
  };
}
