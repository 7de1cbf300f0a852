import type { Step } from '../../../documents/workflow/step.ts';
import { textAt } from '../../../documents/yaml/yaml-node.ts';
import { actionVersion, isAtLeast } from '../actions/action-version.ts';
import type { Control, UntrustedContext } from './untrusted-contexts.ts';

type Row = readonly [repository: string, outputs: RegExp, control: Control, events: readonly string[]];

const PULL = ['pull_request', 'pull_request_target'];

/**
 * Actions whose outputs repeat text that outsiders write: branch names, titles, comments, names of changed files.
 * After the actions' documentation, as known in November 2026.
 */
const ROWS: readonly Row[] = [
  ['tj-actions/changed-files', /_files$/, 'file', PULL],
  ['dorny/paths-filter', /_files$/, 'file', PULL],
  ['jitterbit/get-changed-files', /./, 'file', PULL],
  ['trilom/file-changes-action', /^files/, 'file', PULL],
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

/** What an output of a step's action can carry; undefined where nothing is known to be wrong with it. */
export function untrustedOutput(source: string, step: Step, output: string): UntrustedContext | undefined {
  const repository = step.uses?.repository.toLowerCase();
  const row = ROWS.find(([name, outputs]) => name === repository && outputs.test(output.toLowerCase()));
  return row && !(row[2] === 'file' && isEscaped(source, step)) ? { control: row[2], events: row[3] } : undefined;
}

/** Both can put a backslash or quotes where a shell needs them; changed-files does so unless told otherwise. */
function isEscaped(source: string, { uses, with: inputs }: Step): boolean {
  if (uses?.repository.toLowerCase() === 'dorny/paths-filter')
    return /^(shell|escape)$/.test(textAt(inputs, 'list-files')?.trim() ?? '');
  if (uses?.repository.toLowerCase() !== 'tj-actions/changed-files') return false;
  const version = actionVersion(source, uses);
  return version !== undefined && isAtLeast(version, '41') && textAt(inputs, 'safe_output')?.trim() !== 'false';
}
