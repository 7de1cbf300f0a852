import type { Control, UntrustedContext } from './untrusted-contexts.ts';

type Row = readonly [repository: string, outputs: RegExp, control: Control, events: readonly string[]];

const PULL = ['pull_request', 'pull_request_target'];

/**
 * Actions whose outputs repeat text that outsiders write: branch names, titles, comments, names of changed files.
 * After the actions' documentation, as known in November 2026.
 */
const ROWS: readonly Row[] = [
  ['tj-actions/changed-files', /_files$/, 'structured', PULL],
  ['dorny/paths-filter', /_files$/, 'structured', PULL],
  ['jitterbit/get-changed-files', /./, 'structured', PULL],
  ['trilom/file-changes-action', /^files/, 'structured', PULL],
  ['tj-actions/branch-names', /branch$/, 'full', PULL],
  ['xt0rted/pull-request-comment-branch', /^head_ref$/, 'full', ['issue_comment']],
  ['alessbell/pull-request-comment-branch', /^head_ref$/, 'full', ['issue_comment']],
  ['eficode/resolve-pr-refs', /^head_ref$/, 'full', ['issue_comment']],
  ['khan/pull-request-comment-trigger', /^comment_body$/, 'full', ['issue_comment', ...PULL]],
  ['peter-evans/find-comment', /^comment-body$/, 'full', ['issue_comment', ...PULL]],
  ['potiuk/get-workflow-origin', /^sourceheadbranch$/, 'full', ['workflow_run', ...PULL]],
  ['8bitjonny/gh-get-current-pr', /^pr_(title|body)$/, 'full', ['push', ...PULL]],
  ['jwalton/gh-find-current-pr', /^(title|body)$/, 'full', ['push', ...PULL]],
];

/** What an action's output can carry; undefined where nothing is known to be wrong with it. */
export function untrustedOutput(repository: string, output: string): UntrustedContext | undefined {
  const row = ROWS.find(([name, outputs]) => name === repository.toLowerCase() && outputs.test(output.toLowerCase()));
  return row && { control: row[2], events: row[3] };
}
