/** What an event asks for. */
export type ActionTask =
  | { readonly task: 'pull-request'; readonly number: number }
  | { readonly task: 'range'; readonly base: string; readonly head: string }
  | { readonly task: 'scan'; readonly sha: string }
  | { readonly task: 'nothing'; readonly reason: string }
  | { readonly task: 'unsupported'; readonly reason: string };

const NO_COMMIT = /^0+$/;

/** Reads the event that started the workflow. `sha` is GITHUB_SHA. */
export function actionTask(event: string, payload: Readonly<Record<string, unknown>>, sha: string): ActionTask {
  switch (event) {
    case 'pull_request':
    case 'pull_request_target':
      return pullRequest(payload);
    case 'merge_group':
      return range(textAt(payload, 'merge_group', 'base_sha'), textAt(payload, 'merge_group', 'head_sha'));
    case 'push':
      return push(payload);
    case 'schedule':
    case 'workflow_dispatch':
      return { task: 'scan', sha };
    default:
      return {
        task: 'unsupported',
        reason: `Pipewright does not know what to review on the event \`${event}\`. Run it on pull_request, merge_group, push, schedule or workflow_dispatch.`,
      };
  }
}

function pullRequest(payload: Readonly<Record<string, unknown>>): ActionTask {
  const number = valueAt(payload, 'pull_request', 'number');
  return typeof number === 'number' ? { task: 'pull-request', number } : missing('pull_request.number');
}

function push(payload: Readonly<Record<string, unknown>>): ActionTask {
  const [before, after] = [textAt(payload, 'before'), textAt(payload, 'after')];
  if (after !== undefined && NO_COMMIT.test(after)) return { task: 'nothing', reason: 'the branch was deleted' };
  if (before !== undefined && NO_COMMIT.test(before)) {
    const branch = textAt(payload, 'repository', 'default_branch');
    return range(branch, after);
  }
  return range(before, after);
}

function range(base: string | undefined, head: string | undefined): ActionTask {
  return base !== undefined && head !== undefined
    ? { task: 'range', base, head }
    : missing('the commits before and after');
}

function missing(what: string): ActionTask {
  return { task: 'unsupported', reason: `The event's payload has no ${what}; was GITHUB_EVENT_PATH changed?` };
}

function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce(
    (current, key) => (typeof current === 'object' && current !== null ? Reflect.get(current, key) : undefined),
    value,
  );
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
