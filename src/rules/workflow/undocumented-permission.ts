import type { PermissionScope, Permissions } from '../../documents/workflow/permissions.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule } from '../../types.ts';
import { quoteAll } from '../quote.ts';

export const undocumentedPermission: Rule<WorkflowDocument> = {
  id: 'undocumented-permission',
  kinds: ['workflow'],
  title: 'Permission that nobody gives a reason for',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { zizmor: ['undocumented-permissions'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const { permissions, jobs } = document.view;
    yield* judge(document, permissions, 'permissions');
    for (const job of jobs) yield* judge(document, job.permissions, `${job.id}/permissions`);
  },
};

function* judge(document: WorkflowDocument, permissions: Permissions | undefined, key: string): Generator<Observation> {
  const bare = (permissions?.scopes ?? []).filter(
    (entry) => !isPlain(entry) && !explanation(document, entry, permissions),
  );
  const [first] = bare;
  if (!first) return;
  yield {
    range: first.range,
    key,
    message: {
      what: `Nothing says why ${quoteAll(bare.map(({ scope, level }) => `${scope}: ${level}`))} ${bare.length === 1 ? 'is' : 'are'} needed.`,
      why: 'Whoever removes the step that needed it does not dare to remove the permission, so it stays.',
      remedy: 'Say in a comment on the line which step needs it.',
    },
  };
}

/** To read the code is what every job may be expected to do. */
function isPlain({ scope, level }: PermissionScope): boolean {
  return level === 'none' || (scope === 'contents' && level === 'read');
}

/** A comment with words on the line, or on the line above it within the block; one for a tool is no explanation. */
function explanation(document: WorkflowDocument, { range }: PermissionScope, block: Permissions | undefined): boolean {
  const { source, comments } = document;
  const lineStart = source.lastIndexOf('\n', range.start - 1) + 1;
  const lineEnd = source.indexOf('\n', range.end);
  const from = Math.max(block?.range.start ?? 0, source.lastIndexOf('\n', lineStart - 2) + 1);
  return comments.some(
    (comment) =>
      comment.range.start >= from &&
      comment.range.start < (lineEnd < 0 ? source.length : lineEnd) &&
      (comment.range.start > range.start || isAlone(source, comment.range.start)) &&
      /\p{L}/u.test(comment.text.replace(/\b(pipewright|zizmor): *ignore\[[^\]]*\]/, '')),
  );
}

function isAlone(source: string, at: number): boolean {
  return source.slice(source.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}
