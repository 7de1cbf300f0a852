export type Level = 'read' | 'write';

/** A permission, and what does not work without it. */
export interface WantedPermission {
  readonly name: string;
  readonly level: Level;
  readonly need: 'required' | 'expected' | 'optional';
  readonly why: string;
}

/** The App as it is registered: what app.yml says, and why. A test holds the two together. */
export const MANIFEST = {
  name: 'Pipewright',
  description: 'Reviews pull requests that touch delivery pipelines the way a senior DevOps or MLOps engineer would.',
  url: 'https://github.com/pipewright/pipewright',
  public: false,
} as const;

export const WANTED_PERMISSIONS: readonly WantedPermission[] = [
  { name: 'metadata', level: 'read', need: 'required', why: 'no repository can be seen' },
  { name: 'contents', level: 'read', need: 'required', why: 'files, settings and waivers cannot be read' },
  { name: 'pull_requests', level: 'write', need: 'required', why: 'no review and no summary can be posted' },
  { name: 'checks', level: 'write', need: 'required', why: 'no check can be reported, so none can be required' },
  {
    name: 'merge_queues',
    level: 'read',
    need: 'expected',
    why: 'a merge queue waits for its check until it times out',
  },
  {
    name: 'contents',
    level: 'write',
    need: 'optional',
    why: '"Apply safe fixes" shows a patch instead of committing, and threads of what is fixed stay open',
  },
  { name: 'workflows', level: 'write', need: 'optional', why: '"Apply safe fixes" cannot commit fixes of workflows' },
];

/** An event, and what does not happen without it. */
export const WANTED_EVENTS: Readonly<Record<string, string>> = {
  pull_request: 'nothing is reviewed when it is pushed',
  check_run: '"Re-run" and the buttons of a check do nothing',
  check_suite: '"Re-run all checks" does nothing',
  merge_group: 'a merge queue waits for its check until it times out',
  issue_comment: 'commands in comments are not heard',
  pull_request_review_comment: 'commands in replies to comments are not heard',
};

/** The events that the metrics name; those that come unasked among them. */
export const EVENTS: readonly string[] = [
  ...Object.keys(WANTED_EVENTS),
  'installation',
  'installation_repositories',
  'ping',
];

/** The actions that the metrics name. */
export const ACTIONS: readonly string[] = [
  '',
  'opened',
  'synchronize',
  'reopened',
  'ready_for_review',
  'converted_to_draft',
  'edited',
  'closed',
  'checks_requested',
  'destroyed',
  'created',
  'deleted',
  'completed',
  'requested',
  'rerequested',
  'requested_action',
  'added',
  'removed',
];

/** The manifest's own permissions and events. */
export function manifestRights(): {
  readonly permissions: Readonly<Record<string, Level>>;
  readonly events: readonly string[];
} {
  const asked = WANTED_PERMISSIONS.filter(({ need }) => need !== 'optional');
  return {
    permissions: Object.fromEntries(asked.map(({ name, level }) => [name, level])),
    events: Object.keys(WANTED_EVENTS),
  };
}
