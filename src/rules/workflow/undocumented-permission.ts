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
  if (!permissions) return;
  const bare = permissions.scopes.filter((entry) => !isPlain(entry) && !isExplained(document, entry, permissions));
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

/** A comment with words on the line, or alone on the line above it within the block; one for a tool is no explanation. */
function isExplained({ source }: WorkflowDocument, { range }: PermissionScope, block: Permissions): boolean {
  const lineStart = source.lastIndexOf('\n', range.start - 1) + 1;
  const before = source.lastIndexOf('\n', lineStart - 2) + 1;
  const above = before >= block.range.start ? source.slice(before, lineStart).trim() : '';
  const lineEnd = source.indexOf('\n', range.end);
  const behind = source.slice(range.end, lineEnd < 0 ? source.length : lineEnd).trim();
  return [above, behind].some(
    (text) => text.startsWith('#') && /\p{L}/u.test(text.replace(/\b(pipewright|zizmor): *ignore\[[^\]]*\]/, '')),
  );
}
