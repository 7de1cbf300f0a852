/**
 * Who can put what into a context. Sources: GitHub's list of untrusted input
 * (https://docs.github.com/en/actions/concepts/security/script-injections) and the webhook payloads
 * (https://docs.github.com/en/webhooks/webhook-events-and-payloads), as known in November 2026.
 *
 * `full`: any text. `structured`: a name that Git or GitHub restricts but that still can hold shell syntax.
 * `file`: names of files, which a pull request may choose like any text.
 * `model`: a language model writes it, and whoever wrote what it was asked. `dispatcher`: whoever starts the run by hand or by API. `caller`: whoever uses the action or workflow.
 * What no row names (ids, numbers, hashes, logins, URLs, settings) carries no code.
 */
export type Control = 'full' | 'structured' | 'file' | 'dispatcher' | 'caller' | 'model';

export interface UntrustedContext {
  readonly control: Control;
  /** The events whose payload carries it. */
  readonly events: readonly string[];
}

const PULL = ['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment'];
const ISSUE = ['issues', 'issue_comment'];
const DISCUSSION = ['discussion', 'discussion_comment'];
const COMMENT = ['issue_comment', 'pull_request_review_comment', 'commit_comment', 'discussion_comment'];
const REF = ['push', 'create', 'delete', 'workflow_dispatch', 'release', 'registry_package'];

type Row = readonly [pattern: string, control: Control, events: readonly string[]];

/** `*` stands for one step of the path, `**` for any number. The first row that fits decides. */
const ROWS: readonly Row[] = [
  ['github.head_ref', 'full', ['pull_request', 'pull_request_target']],
  ['github.event.pull_request.title', 'full', PULL],
  ['github.event.pull_request.body', 'full', PULL],
  ['github.event.pull_request.head.ref', 'full', PULL],
  ['github.event.pull_request.head.label', 'full', PULL],
  ['github.event.pull_request.head.repo.default_branch', 'full', PULL],
  ['github.event.pull_request.head.repo.description', 'full', PULL],
  ['github.event.pull_request.head.repo.homepage', 'full', PULL],
  ['github.event.issue.title', 'full', ISSUE],
  ['github.event.issue.body', 'full', ISSUE],
  ['github.event.comment.body', 'full', COMMENT],
  ['github.event.review.body', 'full', ['pull_request_review']],
  ['github.event.review_comment.body', 'full', ['pull_request_review_comment']],
  ['github.event.discussion.title', 'full', DISCUSSION],
  ['github.event.discussion.body', 'full', DISCUSSION],
  ['github.event.changes.*.from', 'full', [...PULL, ...ISSUE, ...DISCUSSION]],
  ['github.event.changes.new_discussion.title', 'full', DISCUSSION],
  ['github.event.changes.new_discussion.body', 'full', DISCUSSION],
  ['github.event.changes.new_issue.title', 'full', ISSUE],
  ['github.event.changes.new_issue.body', 'full', ISSUE],
  ['github.event.pages.*.page_name', 'full', ['gollum']],
  ['github.event.pages.*.title', 'full', ['gollum']],
  ['github.event.commits.*.message', 'full', ['push']],
  ['github.event.commits.*.author.name', 'full', ['push']],
  ['github.event.commits.*.author.email', 'full', ['push']],
  ['github.event.commits.*.committer.name', 'full', ['push']],
  ['github.event.commits.*.committer.email', 'full', ['push']],
  ['github.event.head_commit.message', 'full', ['push']],
  ['github.event.head_commit.author.name', 'full', ['push']],
  ['github.event.head_commit.author.email', 'full', ['push']],
  ['github.event.head_commit.committer.name', 'full', ['push']],
  ['github.event.head_commit.committer.email', 'full', ['push']],
  ['github.event.merge_group.head_commit.message', 'full', ['merge_group']],
  ['github.event.merge_group.head_commit.author.*', 'full', ['merge_group']],
  ['github.event.workflow_run.head_branch', 'full', ['workflow_run']],
  ['github.event.workflow_run.display_title', 'full', ['workflow_run']],
  ['github.event.workflow_run.head_commit.message', 'full', ['workflow_run']],
  ['github.event.workflow_run.head_commit.author.name', 'full', ['workflow_run']],
  ['github.event.workflow_run.head_commit.author.email', 'full', ['workflow_run']],
  ['github.event.workflow_run.head_commit.committer.name', 'full', ['workflow_run']],
  ['github.event.workflow_run.head_commit.committer.email', 'full', ['workflow_run']],
  ['github.event.workflow_run.head_repository.description', 'full', ['workflow_run']],
  ['github.event.workflow_run.pull_requests.*.head.ref', 'full', ['workflow_run']],
  ['github.event.client_payload.**', 'dispatcher', ['repository_dispatch']],

  ['github.ref', 'structured', REF],
  ['github.ref_name', 'structured', REF],
  ['github.event.ref', 'structured', ['push', 'create', 'delete']],
  ['github.event.base_ref', 'structured', ['push']],
  ['github.base_ref', 'structured', ['pull_request', 'pull_request_target']],
  ['github.event.pull_request.base.ref', 'structured', PULL],
  ['github.event.pull_request.milestone.title', 'structured', PULL],
  ['github.event.label.name', 'structured', [...PULL, ...ISSUE, ...DISCUSSION, 'label']],
  ['github.event.*.labels.*.name', 'structured', [...PULL, ...ISSUE, ...DISCUSSION]],
  ['github.event.changes.*.labels.*.name', 'structured', [...ISSUE, ...DISCUSSION]],
  ['github.event.milestone.title', 'structured', ['milestone', 'issues']],
  ['github.event.milestone.description', 'structured', ['milestone', 'issues']],
  ['github.event.release.name', 'structured', ['release']],
  ['github.event.release.body', 'structured', ['release']],
  ['github.event.release.tag_name', 'structured', ['release']],
  ['github.event.release.target_commitish', 'structured', ['release']],
  ['github.event.merge_group.head_ref', 'structured', ['merge_group']],
  ['github.event.check_suite.head_branch', 'structured', ['check_suite']],
  ['github.event.check_run.check_suite.head_branch', 'structured', ['check_run']],
  ['github.event.deployment.ref', 'structured', ['deployment', 'deployment_status']],
];

const PATTERNS = ROWS.map(([pattern, control, events]) => ({ steps: pattern.split('.'), control, events }));

/** What a context path can carry. `asJson`: the expression turns a whole object into text. */
export function untrustedContext(path: readonly string[], asJson: boolean): UntrustedContext | undefined {
  const exact = PATTERNS.find(({ steps }) => matches(steps, path));
  if (exact) return exact;
  const below = asJson ? PATTERNS.filter(({ steps, control }) => control === 'full' && startsWith(steps, path)) : [];
  return below.length > 0 ? { control: 'full', events: below.flatMap(({ events }) => events) } : undefined;
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.at(-1) === '**') return path.length >= pattern.length - 1 && startsWith(path, pattern.slice(0, -1));
  return pattern.length === path.length && startsWith(path, pattern);
}

function startsWith(path: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((step, i) => step === path[i] || step === '*' || isAny(path[i]));
}

/** A filter, or a property that is only known in the run: it may be each of them. */
function isAny(step: string | undefined): boolean {
  return step === '*' || step === '[]';
}
